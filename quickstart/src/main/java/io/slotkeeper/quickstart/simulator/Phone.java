package io.slotkeeper.quickstart.simulator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone's number, with its plus and digits only. */
record Phone(@JsonValue String number) {

  private static final Pattern DECORATION = Pattern.compile("[\\s().-]");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** Meta allows spaces, hyphens and parentheses. */
  static Optional<Phone> parse(String text) {
    String number = DECORATION.matcher(text).replaceAll("");
    return NUMBER.matcher(number).matches() ? Optional.of(new Phone(number)) : Optional.empty();
  }

  /** As webhooks name it. */
  String waId() {
    return number.substring(1);
  }
}
