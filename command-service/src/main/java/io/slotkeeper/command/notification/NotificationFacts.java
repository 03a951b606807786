package io.slotkeeper.command.notification;

import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.api.notification.QueueNotifications.Notice;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.command.booking.BookingCustomer;
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

  /** What is known now of those whom a command is about. */
  Known of(QueueNotifications command) {
    return new Known(
        command,
        businesses.current(command.slotId().businessId()).orElseThrow(),
        customers.of(command.bookingId()).orElseThrow());
  }

  /** Both sides of a booking. */
  record Known(QueueNotifications command, BusinessState business, BookingCustomer customer) {

    NotificationQueued queued(Notice notice) {
      var slotId = command.slotId();
      var resource = Optional.ofNullable(business.resources().get(slotId.resourceId()));
      boolean toOwner = notice.recipient() == Recipient.OWNER;
      return new NotificationQueued(
          notice.notificationId().value(),
          slotId.businessId().value(),
          command.bookingId().value(),
          notice.kind().name(),
          notice.recipient().name(),
          customer.customerId().value(),
          toOwner ? business.whatsappNumber() : null,
          toOwner ? null : customer.phone(),
          business.locale(),
          business.timeZone().getId(),
          business.name(),
          resource.map(Resource::name).orElse(""),
          customer.name(),
          slotId.start(),
          notice.until(),
          notice.reason(),
          notice.expiresAt());
    }
  }
}
