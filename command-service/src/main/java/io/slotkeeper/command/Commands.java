package io.slotkeeper.command;

import io.slotkeeper.api.booking.BookingCommand;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.customer.CustomerCommand;
import io.slotkeeper.api.customer.CustomerReceipt;
import io.slotkeeper.api.slot.SlotCommand;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

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

  /**
   * Asks a business for a request that may be sent again: with a key, its answer is kept in the
   * transaction of the command.
   *
   * @param answer makes the answer from the version; more than once where others are faster
   */
  <T> ResponseEntity<T> send(
      BusinessCommand command,
      @Nullable Long expectedVersion,
      Function<Long, ResponseEntity<T>> answer);

  /**
   * The same for a booking.
   *
   * @param answer makes the answer from what the booking has become
   */
  <T> ResponseEntity<T> send(
      BookingCommand command,
      @Nullable Long expectedVersion,
      Function<BookingReceipt, ResponseEntity<T>> answer);

  /** The same for a slot. */
  <T> ResponseEntity<T> send(
      SlotCommand.ByOwner command,
      @Nullable Long expectedVersion,
      Function<Long, ResponseEntity<T>> answer);

  /**
   * The same about a customer, whose version nobody has seen.
   *
   * @param answer makes the answer from what the customer has become
   */
  <T> ResponseEntity<T> send(
      CustomerCommand command, Function<CustomerReceipt, ResponseEntity<T>> answer);
}
