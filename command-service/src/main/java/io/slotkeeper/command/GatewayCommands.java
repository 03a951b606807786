package io.slotkeeper.command;

import io.slotkeeper.api.Refused;
import io.slotkeeper.api.booking.BookingCommand;
import io.slotkeeper.api.booking.BookingCommand.CancelBooking;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingCommand.MarkNoShow;
import io.slotkeeper.api.booking.BookingCommand.RejectBooking;
import io.slotkeeper.api.booking.BookingCommand.RequestBooking;
import io.slotkeeper.api.booking.BookingCommand.RescheduleBooking;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.customer.CustomerCommand;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomer;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomerOf;
import io.slotkeeper.api.customer.CustomerReceipt;
import io.slotkeeper.api.slot.SlotCommand;
import io.slotkeeper.platform.idempotency.IdempotentCall;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands through Axon's gateway, which retries conflicts. */
@Component
class GatewayCommands implements Commands {

  private final CommandGateway gateway;
  private final HotSpotGate gate;

  GatewayCommands(CommandGateway gateway, HotSpotGate gate) {
    this.gateway = gateway;
    this.gate = gate;
  }

  @Override
  public long send(BusinessCommand command, @Nullable Long expectedVersion) {
    return send(wanted(command), message(command, expectedVersion), Long.class);
  }

  @Override
  public BookingReceipt send(BookingCommand command, @Nullable Long expectedVersion) {
    return send(wanted(command), message(command, expectedVersion), BookingReceipt.class);
  }

  @Override
  public CustomerReceipt send(CustomerCommand command) {
    return send(wanted(command), message(command, null), CustomerReceipt.class);
  }

  @Override
  public <T> ResponseEntity<T> send(
      CustomerCommand command, Function<CustomerReceipt, ResponseEntity<T>> answer) {
    return answered(wanted(command), message(command, null), CustomerReceipt.class, answer);
  }

  @Override
  public long send(SlotCommand.ByOwner command, @Nullable Long expectedVersion) {
    return send(wanted(command), message(command, expectedVersion), Long.class);
  }

  @Override
  public <T> ResponseEntity<T> send(
      BusinessCommand command,
      @Nullable Long expectedVersion,
      Function<Long, ResponseEntity<T>> answer) {
    return answered(wanted(command), message(command, expectedVersion), Long.class, answer);
  }

  @Override
  public <T> ResponseEntity<T> send(
      BookingCommand command,
      @Nullable Long expectedVersion,
      Function<BookingReceipt, ResponseEntity<T>> answer) {
    var message = message(command, expectedVersion);
    return answered(wanted(command), message, BookingReceipt.class, answer);
  }

  @Override
  public <T> ResponseEntity<T> send(
      SlotCommand.ByOwner command,
      @Nullable Long expectedVersion,
      Function<Long, ResponseEntity<T>> answer) {
    return answered(wanted(command), message(command, expectedVersion), Long.class, answer);
  }

  private static String wanted(CustomerCommand command) {
    return switch (command) {
      case EraseCustomer c -> c.businessId() + " " + c.phone().value();
      case EraseCustomerOf c -> "customer of " + c.bookingId();
    };
  }

  private <R, T> ResponseEntity<T> answered(
      String wanted,
      CommandMessage<?> message,
      Class<R> receipt,
      Function<R, ResponseEntity<T>> answer) {
    var call = IdempotentCall.current();
    if (call.isEmpty()) {
      return answer.apply(send(wanted, message, receipt));
    }
    var answering = new Answering<>(call.get(), receipt, answer);
    try {
      pass(wanted, message.andMetaData(Map.of(Answering.METADATA, answering)));
    } catch (Refused refusal) {
      throw call.get().refused(refusal);
    }
    return answering.answer();
  }

  private <R> R send(String wanted, CommandMessage<?> message, Class<R> receipt) {
    return receipt.cast(pass(wanted, message));
  }

  private Object pass(String wanted, CommandMessage<?> message) {
    try {
      return gate.pass(wanted, () -> gateway.<Object>sendAndWait(message));
    } catch (AggregateNotFoundException e) {
      throw Refused.notFound();
    }
  }

  private static CommandMessage<?> message(Object command, @Nullable Long expectedVersion) {
    var message = GenericCommandMessage.asCommandMessage(command);
    return expectedVersion == null
        ? message
        : message.withMetaData(Map.of(ExpectedVersion.METADATA, expectedVersion));
  }

  private static String wanted(BusinessCommand command) {
    return command.businessId().value();
  }

  private static String wanted(SlotCommand.ByOwner command) {
    return command.slotId().toString();
  }

  /** What many may want at once: a slot as long as it is free, then the booking. */
  private static String wanted(BookingCommand command) {
    return switch (command) {
      case RequestBooking c -> c.slotId().toString();
      case RescheduleBooking c -> c.slotId().toString();
      case ConfirmBooking c -> c.bookingId().value();
      case RejectBooking c -> c.bookingId().value();
      case ExpireBooking c -> c.bookingId().value();
      case CancelBooking c -> c.bookingId().value();
      case CompleteBooking c -> c.bookingId().value();
      case MarkNoShow c -> c.bookingId().value();
    };
  }
}
