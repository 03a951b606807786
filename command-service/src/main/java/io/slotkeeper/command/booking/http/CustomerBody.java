package io.slotkeeper.command.booking.http;

import static io.slotkeeper.platform.validation.Texts.stripped;
import static java.util.Objects.requireNonNull;

import io.slotkeeper.api.booking.Customer;
import io.slotkeeper.platform.validation.Phone;
import io.slotkeeper.platform.validation.PhoneNumbers;
import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.Text;
import org.jspecify.annotations.Nullable;

/** Who books. */
record CustomerBody(
    @Required @Text(max = 80) @Nullable String name, @Required @Phone @Nullable String phone) {
  CustomerBody {
    name = stripped(name);
  }

  Customer customer() {
    return new Customer(
        requireNonNull(name), PhoneNumbers.parse(requireNonNull(phone)).orElseThrow());
  }

  @Override
  public String toString() {
    return "CustomerBody[…]";
  }
}
