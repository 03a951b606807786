package io.slotkeeper.command.notification;

import io.slotkeeper.api.notification.NotificationCommand.QueueNotification;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.command.booking.BookingCustomers;
import io.slotkeeper.command.business.Businesses;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds to what is to be told all that its message says. */
@Component
class NotificationFacts {

  private final Businesses businesses;
  private final BookingCustomers customers;

  NotificationFacts(Businesses businesses, BookingCustomers customers) {
    this.businesses = businesses;
    this.customers = customers;
  }

  NotificationQueued queued(QueueNotification command) {
    var slotId = command.slotId();
    var business = businesses.current(slotId.businessId()).orElseThrow();
    var customer = customers.of(command.bookingId()).orElseThrow();
    var resource = Optional.ofNullable(business.resources().get(slotId.resourceId()));
    boolean toOwner = command.recipient() == Recipient.OWNER;
    return new NotificationQueued(
        command.notificationId().value(),
        slotId.businessId().value(),
        command.bookingId().value(),
        command.kind().name(),
        command.recipient().name(),
        customer.customerId().value(),
        toOwner ? business.whatsappNumber() : null,
        toOwner ? null : customer.phone(),
        business.locale(),
        business.timeZone().getId(),
        business.name(),
        resource.map(Resource::name).orElse(""),
        customer.name(),
        slotId.start(),
        command.until(),
        command.reason(),
        command.expiresAt());
  }
}
