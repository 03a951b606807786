package io.slotkeeper.command.notification.text;

import static io.slotkeeper.command.notification.text.Variable.BUSINESS;
import static io.slotkeeper.command.notification.text.Variable.CUSTOMER;
import static io.slotkeeper.command.notification.text.Variable.REASON;
import static io.slotkeeper.command.notification.text.Variable.RESOURCE;
import static io.slotkeeper.command.notification.text.Variable.UNTIL;
import static io.slotkeeper.command.notification.text.Variable.WHEN;

import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The templates, one for each kind and recipient. */
enum Template {
  APPROVAL_REQUEST(BUSINESS, CUSTOMER, RESOURCE, WHEN, UNTIL),
  REQUEST_RECEIVED(CUSTOMER, BUSINESS, RESOURCE, WHEN),
  BOOKING_CONFIRMED(CUSTOMER, BUSINESS, RESOURCE, WHEN),
  BOOKING_REJECTED(CUSTOMER, BUSINESS, RESOURCE, WHEN, REASON),
  BOOKING_EXPIRED(CUSTOMER, BUSINESS, RESOURCE, WHEN),
  BOOKING_CANCELLED(CUSTOMER, BUSINESS, RESOURCE, WHEN, REASON),
  BOOKING_RESCHEDULED_CUSTOMER(CUSTOMER, BUSINESS, RESOURCE, WHEN),
  BOOKING_RESCHEDULED_OWNER(BUSINESS, CUSTOMER, RESOURCE, WHEN),
  REMINDER(CUSTOMER, BUSINESS, RESOURCE, WHEN),
  BOOKING_CANCELLED_BY_CUSTOMER(BUSINESS, CUSTOMER, RESOURCE, WHEN, REASON);

  private static final String VERSION = "_1";

  // A copy that cannot be changed.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Variable> variables;

  Template(Variable... variables) {
    this.variables = List.of(variables);
  }

  static Template of(NotificationKind kind, Recipient recipient) {
    return switch (kind) {
      case APPROVAL_REQUEST -> APPROVAL_REQUEST;
      case REQUEST_RECEIVED -> REQUEST_RECEIVED;
      case BOOKING_CONFIRMED -> BOOKING_CONFIRMED;
      case BOOKING_REJECTED -> BOOKING_REJECTED;
      case BOOKING_EXPIRED -> BOOKING_EXPIRED;
      case BOOKING_CANCELLED -> BOOKING_CANCELLED;
      case BOOKING_RESCHEDULED ->
          recipient == Recipient.OWNER ? BOOKING_RESCHEDULED_OWNER : BOOKING_RESCHEDULED_CUSTOMER;
      case REMINDER -> REMINDER;
      case BOOKING_CANCELLED_BY_CUSTOMER -> BOOKING_CANCELLED_BY_CUSTOMER;
    };
  }

  String templateName() {
    return "slotkeeper_" + lowerCase() + VERSION;
  }

  List<Variable> variables() {
    return variables;
  }

  List<String> buttonTitles(Language language) {
    return this == APPROVAL_REQUEST
        ? List.of(language.text("button.confirm"), language.text("button.reject"))
        : List.of();
  }

  String text(Language language, List<String> values) {
    return language.text("template." + lowerCase(), values);
  }

  /** The text as it is uploaded to Meta, with numbers for its variables. */
  String definition(Language language) {
    return text(
        language,
        IntStream.rangeClosed(1, variables.size()).mapToObj("{{%d}}"::formatted).toList());
  }

  private String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
