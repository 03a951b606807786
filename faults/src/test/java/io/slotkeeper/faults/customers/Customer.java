package io.slotkeeper.faults.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.client.Http;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One who asks for this and that, one thing after the other, and compares every answer with what it
 * must be. Each request is repeated on other nodes, with its key, until somebody answers.
 */
final class Customer {

  private final List<Visit> visits;
  private final Random random;
  private final Ledger ledger;
  private final Patience patience;
  private final Reads reads;
  private int steps;

  Customer(List<Visit> visits, Random random, Ledger ledger, Patience patience, Reads reads) {
    this.visits = visits;
    this.random = random;
    this.ledger = ledger;
    this.patience = patience;
    this.reads = reads;
  }

  /** Asks for the next thing, in the next shop. */
  void step() {
    var visit = visits.get(steps % visits.size());
    steps++;
    var corner = visit.corner();
    int kind = random.nextInt(100);
    var booking = corner.anyBooking();
    if (kind < 45 || booking.isEmpty()) {
      book(visit, corner.anySlot());
    } else if (kind < 60) {
      confirm(visit, booking.get());
    } else if (kind < 75) {
      cancel(visit, booking.get());
    } else if (kind < 90) {
      reschedule(visit, booking.get(), corner.anySlot());
    } else {
      block(visit, corner.anySlot(), random.nextBoolean());
    }
  }

  private void book(Visit visit, String slot) {
    String expected = visit.corner().book(slot);
    var request = Shop.request(slot);
    Answer answer =
        ask(visit, "book", expected, visit.shop().cluster()::commands, "/api/bookings", request);
    if (answer.ok()) {
      follow(
          visit,
          new Booked(
              answer.text("bookingId"), answer.text("manageToken"), slot, answer.text("status")),
          answer);
    }
  }

  private void confirm(Visit visit, Booked booking) {
    Answer answer =
        ask(
            visit,
            "confirm",
            visit.corner().confirm(booking),
            visit.shop()::owner,
            booking.path() + "/confirm",
            Map.of());
    changed(visit, booking, answer);
  }

  private void cancel(Visit visit, Booked booking) {
    Answer answer =
        ask(
            visit,
            "cancel",
            visit.corner().cancel(booking),
            () -> visit.shop().cluster().commands().as(booking.manageToken()),
            booking.path() + "/cancel",
            Map.of());
    changed(visit, booking, answer);
  }

  private void reschedule(Visit visit, Booked booking, String to) {
    Answer answer =
        ask(
            visit,
            "reschedule",
            visit.corner().reschedule(booking, to),
            () -> visit.shop().cluster().commands().as(booking.manageToken()),
            booking.path() + "/reschedule",
            Map.of("slotId", to));
    changed(visit, booking, answer);
  }

  private void block(Visit visit, String slot, boolean block) {
    String expected = block ? visit.corner().block(slot) : visit.corner().unblock(slot);
    String verb = block ? "block" : "unblock";
    Answer answer =
        ask(
            visit,
            verb,
            expected,
            visit.shop()::owner,
            "/api/slots/%s/%s".formatted(slot, verb),
            Map.of());
    if (answer.ok()) {
      visit.corner().keepBlocked(slot, block);
    }
  }

  private void changed(Visit visit, Booked booking, Answer answer) {
    if (answer.ok()) {
      follow(visit, booking.become(answer.text("slotId"), answer.text("status")), answer);
    }
  }

  private void follow(Visit visit, Booked booking, Answer answer) {
    visit.corner().keep(booking);
    ledger.keep(answer);
    reads.compare(booking, answer);
  }

  private Answer ask(
      Visit visit, String what, String expected, Caller caller, String path, Map<String, ?> body) {
    String where = "step %d, %s in %s".formatted(steps, what, visit.shop().id());
    String key = "%s-%d".formatted(visit.shop().id(), steps);
    Answer answer =
        patience.ask(
            where,
            () -> {
              Http http = caller.onAnotherNode().keyed(key);
              return body.isEmpty() ? http.post(path) : http.post(path, body);
            });
    String told = answer.ok() ? answer.text("status") : answer.code();
    assertThat(answer.status() + " " + told).as("%s %s", where, answer.body()).isEqualTo(expected);
    return answer;
  }

  /** Who asks; of another node each time. */
  private interface Caller {
    Http onAnotherNode();
  }
}
