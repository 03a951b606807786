package io.slotkeeper.command.simulation;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand;
import io.slotkeeper.api.booking.BookingCommand.CancelBooking;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingCommand.MarkNoShow;
import io.slotkeeper.api.booking.BookingCommand.RejectBooking;
import io.slotkeeper.api.booking.BookingCommand.RescheduleBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.slot.SlotCommand;
import io.slotkeeper.api.slot.SlotCommand.BlockSlot;
import io.slotkeeper.api.slot.SlotCommand.UnblockSlot;
import io.slotkeeper.command.node.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Customers and owners, who ask for bookings and slots. */
final class Actors {

  private static final int DAYS_AHEAD = 3;

  private final Play play;
  private final ShopModel model;

  Actors(Play play) {
    this.play = play;
    this.model = play.model;
  }

  void request(Step step) {
    var slotId = slot(step.what());
    // Whoever asks again, without a key that says so, asks for another booking.
    var asked = new ArrayList<BookingId>();
    play.ask(
        step.who(),
        "request " + slotId,
        () -> model.request(asked.getLast(), slotId),
        machine -> {
          asked.add(Samples.booking(play.stage.newNumber()));
          return machine.commands.send(Samples.request(asked.getLast(), slotId), null);
        });
  }

  void confirm(Step step) {
    decide(step, "confirm", model::confirm, ConfirmBooking::new);
  }

  void reject(Step step) {
    decide(step, "reject", model::reject, id -> new RejectBooking(id, null));
  }

  void expire(Step step) {
    decide(step, "expire", model::expire, ExpireBooking::new);
  }

  void cancel(Step step) {
    var by = actor(step);
    decide(
        step,
        "cancel by " + by,
        (booking, seen) -> model.cancel(booking, by, seen),
        id -> new CancelBooking(id, by, null));
  }

  void complete(Step step) {
    decide(
        step,
        "complete",
        (booking, seen) -> model.finish(booking, BookingStatus.COMPLETED, seen),
        CompleteBooking::new);
  }

  void miss(Step step) {
    decide(
        step,
        "mark as no-show",
        (booking, seen) -> model.finish(booking, BookingStatus.NO_SHOW, seen),
        MarkNoShow::new);
  }

  void reschedule(Step step) {
    var by = actor(step);
    var to = slot(step.how() / 8);
    decide(
        step,
        "reschedule by %s to %s".formatted(by, to),
        (booking, seen) -> model.reschedule(booking, by, to, seen),
        id -> new RescheduleBooking(id, by, to));
  }

  void block(Step step) {
    askSlot(step, "block", slot(step.what()), model::block, BlockSlot::new);
  }

  void unblock(Step step) {
    var blocked = List.copyOf(model.blocked.keySet());
    var slotId =
        blocked.isEmpty() || step.how() % 5 == 0
            ? slot(step.what())
            : Step.pick(blocked, step.what());
    askSlot(step, "unblock", slotId, model::unblock, UnblockSlot::new);
  }

  private void decide(
      Step step,
      String verb,
      BiFunction<Booked, Seen, String> must,
      Function<BookingId, BookingCommand> command) {
    var bookings = List.copyOf(model.bookings.values());
    if (bookings.isEmpty()) {
      var nobodys = Samples.booking(play.stage.newNumber());
      play.ask(
          step.who(),
          verb + " what is not there",
          () -> "not-found",
          machine -> machine.commands.send(command.apply(nobodys), null));
      return;
    }
    var booking = Step.pickLate(bookings, step.what());
    var expected = expected(step, booking.version());
    play.ask(
        step.who(),
        "%s %s%s".formatted(verb, booking.id, expected == null ? "" : " v" + expected),
        () -> must.apply(booking, seen(expected, booking.version())),
        machine -> machine.commands.send(command.apply(booking.id), expected));
  }

  private void askSlot(
      Step step,
      String verb,
      SlotId slotId,
      BiFunction<SlotId, Seen, String> must,
      Function<SlotId, SlotCommand.ByOwner> command) {
    var before = new AtomicLong(version(slotId));
    var expected = expected(step, before.get());
    play.ask(
        step.who(),
        "%s %s%s".formatted(verb, slotId, expected == null ? "" : " v" + expected),
        () -> must.apply(slotId, seen(expected, before.get())),
        machine -> {
          before.set(version(slotId));
          return machine.commands.send(command.apply(slotId), expected);
        });
  }

  private long version(Object id) {
    return play.stage.disk.events.stream(id.toString()).size() - 1L;
  }

  /** What a caller says to have seen: mostly nothing or the newest version, sometimes another. */
  static @Nullable Long expected(Step step, long newest) {
    return switch (step.how() % 8) {
      case 0, 1, 2, 3 -> null;
      case 4, 5, 6 -> newest;
      default -> newest + (step.how() % 16 == 7 ? -1 : 2);
    };
  }

  static Seen seen(@Nullable Long expected, long newest) {
    if (expected == null) {
      return Seen.NOTHING;
    }
    return expected == newest ? Seen.THE_NEWEST : Seen.ANOTHER;
  }

  private static Actor actor(Step step) {
    return step.who() / 2 % 2 == 0 ? Actor.CUSTOMER : Actor.BUSINESS;
  }

  /** Mostly one of the next on offer, so that there are quarrels about it. */
  private SlotId slot(int number) {
    var resource = number % 97 == 0 ? Samples.resource(1 << 30) : Step.pick(play.resources, number);
    int rest = number / 2;
    var bookings = List.copyOf(model.bookings.values());
    if (rest % 8 == 0 && !bookings.isEmpty()) {
      return Step.pickLate(bookings, rest / 8).slotId;
    }
    var offered = offered();
    if (rest % 8 == 1 || offered.isEmpty()) {
      var hour = play.stage.clock.instant().truncatedTo(ChronoUnit.HOURS);
      return slot(resource, hour.plus(Duration.ofMinutes(15L * (rest / 8 % 200))));
    }
    int among = rest % 8 == 2 ? offered.size() : Math.min(offered.size(), 5);
    return slot(resource, offered.get(rest / 8 % among));
  }

  private SlotId slot(ResourceId resource, Instant start) {
    return new SlotId(play.business, resource, start);
  }

  private List<Instant> offered() {
    var now = play.stage.clock.instant();
    var today = model.openings.date(now);
    var starts = new ArrayList<Instant>();
    for (int day = 0; day < DAYS_AHEAD; day++) {
      model.openings.starts(today.plusDays(day)).stream()
          .filter(start -> start.isAfter(now))
          .forEach(starts::add);
    }
    return starts;
  }
}
