package io.slotkeeper.command.simulation;

import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.EXPIRED;
import static io.slotkeeper.api.booking.BookingStatus.PENDING;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as the model has it. */
final class Booked {

  /**
   * What happened to it, by its version.
   *
   * @param isNewTime whether it got its slot then
   * @param by who, where it was called off
   */
  record Occasion(
      BookingStatus status,
      boolean isNewTime,
      SlotId slotId,
      @Nullable Instant until,
      @Nullable Actor by) {}

  final BookingId id;
  final List<Duration> reminders;
  final boolean automatic;
  final List<Occasion> occasions = new ArrayList<>();
  BookingStatus status = PENDING;
  SlotId slotId;
  Instant end;
  @Nullable Instant until;

  Booked(
      BookingId id,
      SlotId slotId,
      Instant end,
      Instant until,
      List<Duration> reminders,
      boolean automatic) {
    this.id = id;
    this.slotId = slotId;
    this.end = end;
    this.until = until;
    this.reminders = reminders;
    this.automatic = automatic;
    occasions.add(new Occasion(PENDING, true, slotId, until, null));
  }

  void become(BookingStatus now, @Nullable Actor by) {
    status = now;
    occasions.add(new Occasion(now, false, slotId, null, by));
  }

  void move(SlotId to, Instant newEnd, @Nullable Instant waitsUntil) {
    slotId = to;
    end = newEnd;
    until = waitsUntil;
    status = waitsUntil == null ? CONFIRMED : PENDING;
    occasions.add(new Occasion(status, true, to, waitsUntil, null));
  }

  long version() {
    return occasions.size() - 1L;
  }

  BookingStatus at(Instant now) {
    var ends = until;
    boolean lapsed = status == PENDING && ends != null && !ends.isAfter(now);
    return lapsed ? EXPIRED : status;
  }

  /** Whether its slot is taken by it, which one that took place or lapsed unnoticed still is. */
  boolean holds() {
    return switch (status) {
      case PENDING, CONFIRMED, COMPLETED, NO_SHOW -> true;
      case REJECTED, EXPIRED, CANCELLED -> false;
    };
  }

  boolean holdsTimeOf(SlotId other, Instant otherEnd) {
    return holds()
        && slotId.resourceId().equals(other.resourceId())
        && slotId.start().isBefore(otherEnd)
        && other.start().isBefore(end);
  }

  String told() {
    return "%s %s %s v%d".formatted(status, slotId, end, version());
  }
}
