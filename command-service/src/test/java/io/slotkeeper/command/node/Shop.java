package io.slotkeeper.command.node;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.CancelBooking;
import io.slotkeeper.api.booking.BookingCommand.RescheduleBooking;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.SetBookingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A business of a test's own, and its slots from the sample start on. */
public record Shop(Node node, BusinessId businessId, List<ResourceId> resourceIds) {

  public static Shop open(Node node, Approval approval) {
    return open(node, 1, approval);
  }

  public static Shop open(Node node, int resources, Approval approval) {
    var ids = node.bean(Ids.class);
    var shop =
        new Shop(
            node,
            ids.newBusinessId(),
            Stream.generate(ids::newResourceId).limit(resources).toList());
    node.send(Samples.register(shop.businessId, shop.resourceIds, Samples.policy(approval)));
    return shop;
  }

  /** The same business as another node sees it. */
  public Shop on(Node other) {
    return new Shop(other, businessId, resourceIds);
  }

  /** The slot of the first resource that starts some minutes after the sample start. */
  public SlotId slot(int minutes) {
    return slot(0, Samples.START.plus(Duration.ofMinutes(minutes)));
  }

  public SlotId slot(int resource, Instant start) {
    return new SlotId(businessId, resourceIds.get(resource), start);
  }

  public BookingId book(SlotId slotId) {
    return request(slotId).bookingId();
  }

  public BookingReceipt request(SlotId slotId) {
    return node.send(Samples.request(node.newBookingId(), slotId));
  }

  public BookingReceipt cancel(BookingId bookingId, Actor by) {
    return node.send(new CancelBooking(bookingId, by, "Ill"));
  }

  public BookingReceipt reschedule(BookingId bookingId, Actor by, SlotId to) {
    return node.send(new RescheduleBooking(bookingId, by, to));
  }

  public void setPolicy(Approval approval, Duration slotLength) {
    node.send(new SetBookingPolicy(businessId, Samples.policy(approval, slotLength)));
  }
}
