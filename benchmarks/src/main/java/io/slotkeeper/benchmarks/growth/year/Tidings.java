package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told about one booking, as the saga has it told. */
record Tidings(
    World world,
    Journal journal,
    GeneratedBusiness business,
    BookingId bookingId,
    CustomerId customerId,
    Sealed name,
    Sealed phone) {

  /**
   * Tells the customer what an event means.
   *
   * @param version of the booking with that event
   */
  void toCustomer(
      NotificationKind kind,
      SlotLife slot,
      long version,
      String event,
      @Nullable Instant until,
      Instant expiresAt,
      Asked asked) {
    tell(kind, Recipient.CUSTOMER, slot, occasion(version), until, expiresAt, after(event, asked));
  }

  /** The same, to the owner. */
  void toOwner(
      NotificationKind kind,
      SlotLife slot,
      long version,
      String event,
      @Nullable Instant until,
      Instant expiresAt,
      Asked asked) {
    tell(kind, Recipient.OWNER, slot, occasion(version), until, expiresAt, after(event, asked));
  }

  void reminder(SlotLife slot, Duration offset, Asked asked) {
    var start = slot.slot().start();
    var kind = NotificationKind.REMINDER;
    tell(kind, Recipient.CUSTOMER, slot, offset.toString(), null, start, asked);
  }

  private static String occasion(long version) {
    return Long.toString(version);
  }

  private Asked after(String event, Asked asked) {
    return journal.following(event, asked);
  }

  private void tell(
      NotificationKind kind,
      Recipient recipient,
      SlotLife slot,
      String occasion,
      @Nullable Instant until,
      Instant expiresAt,
      Asked asked) {
    var state = business.state();
    boolean toOwner = recipient == Recipient.OWNER;
    var resource = state.resources().get(slot.id().resourceId());
    var queued =
        new NotificationQueued(
            NotificationId.about(bookingId, slot.id(), occasion, kind, recipient).value(),
            state.businessId().value(),
            bookingId.value(),
            kind.name(),
            recipient.name(),
            customerId.value(),
            toOwner ? state.whatsappNumber() : null,
            toOwner ? null : phone,
            state.locale(),
            state.timeZone().getId(),
            state.name(),
            resource == null ? "" : resource.name(),
            name,
            slot.slot().start(),
            until,
            null,
            expiresAt);
    world.surely(
        world.now().plusMillis(30), () -> MessageStory.begin(world, journal, queued, asked));
  }
}
