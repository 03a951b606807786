package io.slotkeeper.platform.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.slotkeeper.api.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads telephone numbers as people write them, if they exist in their country. */
public final class PhoneNumbers {
  static final Pattern WRITTEN = Pattern.compile("\\+[0-9][0-9 .()\\-]{5,30}");
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** Reads a number with plus sign; empty for what is no valid one. */
  public static Optional<PhoneNumber> parse(String text) {
    var written = text.strip();
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.empty();
    }
    try {
      var number = NUMBERS.parse(written, null);
      return NUMBERS.isValidNumber(number)
          ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
