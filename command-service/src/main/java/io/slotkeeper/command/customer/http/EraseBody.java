package io.slotkeeper.command.customer.http;

import static java.util.Objects.requireNonNull;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.platform.validation.Phone;
import io.slotkeeper.platform.validation.PhoneNumbers;
import io.slotkeeper.platform.validation.Required;
import org.jspecify.annotations.Nullable;

/** Whose data an owner erases. */
record EraseBody(@Required @Phone @Nullable String phone) {
  PhoneNumber checkedPhone() {
    return PhoneNumbers.parse(requireNonNull(phone)).orElseThrow();
  }

  @Override
  public String toString() {
    return "EraseBody[…]";
  }
}
