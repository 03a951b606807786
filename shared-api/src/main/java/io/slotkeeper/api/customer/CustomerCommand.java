package io.slotkeeper.api.customer;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.PhoneNumber;

/** What can be asked about a customer of a business. Answer: a {@link CustomerReceipt}. */
public sealed interface CustomerCommand {
  /** Erases what is personal of the customer with this number at this business. */
  record EraseCustomer(BusinessId businessId, PhoneNumber phone) implements CustomerCommand {}

  /** Erases what is personal of whoever made this booking, at its business. */
  record EraseCustomerOf(BookingId bookingId) implements CustomerCommand {}
}
