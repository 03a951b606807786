package io.slotkeeper.command.customer;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomer;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomerOf;
import io.slotkeeper.api.customer.CustomerReceipt;
import io.slotkeeper.command.booking.BookingCustomers;
import io.slotkeeper.command.privacy.CustomerTraces;
import io.slotkeeper.command.privacy.Customers;
import io.slotkeeper.platform.security.BookingOwners;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Erases customers: the key goes, and that it went is written down, in one transaction. */
@Component
class ErasureDesk {
  /** Of a stream that has one event. */
  private static final long VERSION = 0;

  private final Customers customers;
  private final CustomerTraces traces;
  private final BookingCustomers bookingCustomers;
  private final BookingOwners bookingOwners;
  private final Repository<ErasedCustomer> repository;

  ErasureDesk(
      Customers customers,
      CustomerTraces traces,
      BookingCustomers bookingCustomers,
      BookingOwners bookingOwners,
      Repository<ErasedCustomer> repository) {
    this.customers = customers;
    this.traces = traces;
    this.bookingCustomers = bookingCustomers;
    this.bookingOwners = bookingOwners;
    this.repository = repository;
  }

  /** To be told that a number was erased which was never there would hide a mistyped one. */
  @CommandHandler
  CustomerReceipt handle(EraseCustomer command) {
    var erased = customers.erase(command.businessId(), command.phone());
    if (erased.isEmpty()) {
      throw Refused.notFound();
    }
    erased.forEach(customerId -> writeDown(customerId, command.businessId()));
    return new CustomerReceipt(erased.getLast(), VERSION);
  }

  /** A booking knows its customer for ever, so a repeat is answered as the first time. */
  @CommandHandler
  CustomerReceipt handle(EraseCustomerOf command) {
    var bookingId = command.bookingId();
    var businessId = bookingOwners.businessOf(bookingId).orElseThrow(Refused::notFound);
    var customerId = bookingCustomers.of(bookingId).orElseThrow(Refused::notFound).customerId();
    if (customers.erase(customerId)) {
      writeDown(customerId, businessId);
    }
    return new CustomerReceipt(customerId, VERSION);
  }

  private void writeDown(CustomerId customerId, BusinessId businessId) {
    traces.erase(customerId);
    try {
      repository.newInstance(() -> new ErasedCustomer(customerId, businessId));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("An erasure threw a checked exception", e);
    }
  }
}
