package io.slotkeeper.command;

import io.slotkeeper.api.booking.BookingCommand;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.customer.CustomerCommand;
import io.slotkeeper.api.customer.CustomerReceipt;
import io.slotkeeper.api.slot.SlotCommand;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which the edge asks for something. A conflict with somebody who was faster is
 * tried again a few times; what the rules do not allow is thrown as {@link
 * io.slotkeeper.api.Refused}.
 */
public interface Commands {

  /**
   * Asks a business.
   *
   * @param expectedVersion what the caller has seen; null where the caller does not say
   * @return the version that the business then has
   */
  long send(BusinessCommand command, @Nullable Long expectedVersion);

  /**
   * Asks a booking.
   *
   * @param expectedVersion what the caller has seen; null where the caller does not say
   * @return what the booking has become
   */
  BookingReceipt send(BookingCommand command, @Nullable Long expectedVersion);

  /** Asks about a customer; what the customer has become. */
  CustomerReceipt send(CustomerCommand command);

  /**
   * Asks a slot.
   *
   * @param expectedVersion what the caller has seen; null where the caller does not say
   * @return the version that the slot then has
   */
  long send(SlotCommand.ByOwner command, @Nullable Long expectedVersion);
}
