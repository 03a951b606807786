package io.slotkeeper.command.simulation;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What goes on by itself: time, events on their way, deadlines and letters. */
final class Timekeeping {

  private static final List<Integer> MINUTES = List.of(1, 7, 31, 120, 360, 1560);
  private static final int MOST_ROUNDS = 2000;
  private static final int ALL = 200;

  private final Play play;
  private final Disk disk;

  Timekeeping(Play play) {
    this.play = play;
    this.disk = play.stage.disk;
  }

  /** To a moment at which something changes, or to the one before it, or just on. */
  void waitAWhile(Step step) {
    var now = play.stage.clock.instant();
    var moments = moments(now);
    if (step.how() % 3 == 0 || moments.isEmpty()) {
      play.stage.clock.advance(Duration.ofMinutes(Step.pick(MINUTES, step.what())));
    } else {
      var soon = moments.subList(0, Math.min(moments.size(), 6));
      play.stage.clock.set(Step.pick(soon, step.what()));
    }
    play.say("waits");
  }

  private List<Instant> moments(Instant now) {
    var moments = new TreeSet<Instant>();
    for (var booking : play.model.bookings.values()) {
      if (booking.status.isLive()) {
        var start = booking.slotId.start();
        var until = booking.until == null ? start : booking.until;
        Stream.of(start, until, start.minus(play.model.policy.cancellationCutOff()))
            .flatMap(at -> Stream.of(at, at.minusMillis(1)))
            .forEach(moments::add);
      }
    }
    disk.deadlines.next().ifPresent(moments::add);
    return List.copyOf(moments.tailSet(now, false));
  }

  void tellSagas(int number, int most) {
    int before = disk.told();
    var now = play.stage.clock.instant();
    play.powered(number, "the saga's turn", () -> play.machine(number).tellSagas(most));
    for (var message : disk.events.log().subList(before, disk.told())) {
      if (message.getPayload() instanceof BookingEvent event) {
        var booking = play.booking(new BookingId(event.bookingId()));
        play.tellings.delivered(booking, Math.toIntExact(message.getSequenceNumber()), now);
      }
    }
    play.say("sagas are told %d events".formatted(disk.told() - before));
  }

  void fire(int number) {
    var now = play.stage.clock.instant();
    var due = disk.deadlines.due(now);
    boolean all =
        play.powered(
            number,
            "a deadline",
            () -> {
              for (var each : due) {
                // One that fired just before may have ended its saga, and with it others.
                if (disk.deadlines.has(each)) {
                  play.machine(number).fire(each);
                }
              }
            });
    play.say("%d deadlines fire".formatted(due.size()));
    for (var id : play.tellings.dueApprovals(now)) {
      if (all || play.soundness.hasMoreEvents(id)) {
        play.model.expire(play.booking(id), Seen.NOTHING);
      }
    }
    if (all) {
      play.tellings.fired(now);
    } else {
      play.tellings.firedPartly(now);
    }
  }

  void send(int number, int most, int luck) {
    boolean done =
        play.powered(
            number,
            "the courier",
            () -> {
              play.courier.collect();
              var letters = play.courier.due();
              for (var letter : letters.subList(0, Math.min(letters.size(), most))) {
                play.courier.deliver(letter, play.machine(number).gateway, luck);
              }
            });
    if (done) {
      play.say("letters are sent");
    }
  }

  /** Delivers all that there is, and all that this brings about, however long it takes. */
  void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      tellSagas(0, ALL);
      fire(0);
      send(0, ALL, 2);
      play.soundness.bookingsAndSlotsAreAsTheModelSays();
      boolean isQuiet = disk.told() == disk.events.log().size();
      var next = next();
      if (isQuiet && next.isEmpty()) {
        return;
      }
      if (isQuiet && next.orElseThrow().isAfter(play.stage.clock.instant())) {
        play.stage.clock.set(next.orElseThrow());
      }
    }
    throw new Fault("It does not come to rest");
  }

  private Optional<Instant> next() {
    return Stream.concat(disk.deadlines.next().stream(), disk.letters.values().stream())
        .min(Instant::compareTo);
  }
}
