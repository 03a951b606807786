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
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
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
    return send(command.businessId().value(), command, expectedVersion, Long.class);
  }

  @Override
  public BookingReceipt send(BookingCommand command, @Nullable Long expectedVersion) {
    return send(wanted(command), command, expectedVersion, BookingReceipt.class);
  }

  @Override
  public CustomerReceipt send(CustomerCommand command) {
    var wanted =
        switch (command) {
          case EraseCustomer c -> c.businessId() + " " + c.phone().value();
          case EraseCustomerOf c -> "customer of " + c.bookingId();
        };
    return send(wanted, command, null, CustomerReceipt.class);
  }

  @Override
  public long send(SlotCommand.ByOwner command, @Nullable Long expectedVersion) {
    return send(command.slotId().toString(), command, expectedVersion, Long.class);
  }

  private <T> T send(
      String wanted, Object command, @Nullable Long expectedVersion, Class<T> answer) {
    var message =
        expectedVersion == null
            ? GenericCommandMessage.asCommandMessage(command)
            : GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(ExpectedVersion.METADATA, expectedVersion));
    try {
      return gate.pass(wanted, () -> answer.cast(gateway.<Object>sendAndWait(message)));
    } catch (AggregateNotFoundException e) {
      throw Refused.notFound();
    }
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
