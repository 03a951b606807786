package io.slotkeeper.command.booking;

import static io.slotkeeper.command.node.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.Refused;
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
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.ResumeBusiness;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.api.slot.SlotCommand;
import io.slotkeeper.api.slot.SlotCommand.BlockSlot;
import io.slotkeeper.api.slot.SlotCommand.UnblockSlot;
import io.slotkeeper.command.node.Invariants;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Refusals;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import io.slotkeeper.testing.Volume;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes that take turns must answer what the model answers, whatever comes. */
class RandomCommandsTest {

  private static final int STEPS = Volume.of(600, 5000);
  private static final int STEPS_BETWEEN_CHECKS = 300;

  private final SettableClock clock = new SettableClock(NOW);
  private final ShopModel model = new ShopModel(clock);

  @ParameterizedTest
  @ValueSource(longs = {20261101, 20261102})
  void answersWhatTheModelAnswers(long seed) {
    var random = new Random(seed);
    var database = TestPostgres.freshDatabase();
    try (var one = Node.start(database, clock);
        var two = Node.start(database, clock)) {
      var shop = Shop.open(one, 2, Approval.MANUAL);
      var shops = List.of(shop, shop.on(two));
      for (int step = 1; step <= STEPS; step++) {
        step(shops.get(random.nextInt(2)), random, "seed %d, step %d".formatted(seed, step));
        if (step % STEPS_BETWEEN_CHECKS == 0) {
          Invariants.hold(one);
        }
      }
      Invariants.hold(two);
    }
  }

  private void step(Shop shop, Random random, String where) {
    int kind = random.nextInt(100);
    if (kind < 5) {
      clock.advance(Duration.ofMinutes(random.nextInt(50)));
    } else if (kind < 8) {
      changeTheBusiness(shop, random);
    } else if (kind < 40 || model.bookings.isEmpty()) {
      var id = shop.node().newBookingId();
      var slotId = slot(shop, random);
      compare(where + " request", model.request(id, slotId), shop, Samples.request(id, slotId));
    } else if (kind < 48) {
      block(shop, random, where);
    } else {
      decide(shop, random, where);
    }
  }

  private void changeTheBusiness(Shop shop, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        model.active = !model.active;
        shop.node()
            .send(
                model.active
                    ? new ResumeBusiness(shop.businessId())
                    : new SuspendBusiness(shop.businessId()));
      }
      case 1 -> model.automatic = !model.automatic;
      default -> model.length = Duration.ofMinutes(30L * (1 + random.nextInt(3)));
    }
    if (random.nextInt(3) > 0) {
      model.active = true;
      shop.node().send(new ResumeBusiness(shop.businessId()));
    }
    shop.setPolicy(model.automatic ? Approval.AUTOMATIC : Approval.MANUAL, model.length);
  }

  private void block(Shop shop, Random random, String where) {
    if (random.nextBoolean() || model.blocked.isEmpty()) {
      var slotId = slot(shop, random);
      compare(where + " block", model.block(slotId), shop, new BlockSlot(slotId));
    } else {
      var slotId =
          random.nextInt(4) == 0 ? slot(shop, random) : anyOf(model.blocked.keySet(), random);
      compare(where + " unblock", model.unblock(slotId), shop, new UnblockSlot(slotId));
    }
  }

  private void decide(Shop shop, Random random, String where) {
    var id = recent(random);
    var by = random.nextBoolean() ? Actor.CUSTOMER : Actor.BUSINESS;
    switch (random.nextInt(10)) {
      case 0, 1 -> compare(where + " confirm", model.confirm(id), shop, new ConfirmBooking(id));
      case 2 -> compare(where + " reject", model.reject(id), shop, new RejectBooking(id, null));
      case 3 -> compare(where + " expire", model.expire(id), shop, new ExpireBooking(id));
      case 4, 5 ->
          compare(where + " cancel", model.cancel(id, by), shop, new CancelBooking(id, by, null));
      case 6, 7 -> {
        var to = slot(shop, random);
        compare(
            where + " reschedule",
            model.reschedule(id, by, to),
            shop,
            new RescheduleBooking(id, by, to));
      }
      case 8 ->
          compare(
              where + " complete",
              model.finish(id, BookingStatus.COMPLETED),
              shop,
              new CompleteBooking(id));
      default ->
          compare(
              where + " no-show",
              model.finish(id, BookingStatus.NO_SHOW),
              shop,
              new MarkNoShow(id));
    }
  }

  private void compare(String where, String expected, Shop shop, BookingCommand command) {
    String answer;
    try {
      var receipt = shop.node().send(command);
      answer =
          "%s %s %s v%d"
              .formatted(receipt.status(), receipt.slotId(), receipt.end(), receipt.version());
    } catch (Refused refused) {
      answer = Refusals.inShort(refused);
    }
    assertThat(answer).as(where).isEqualTo(expected);
  }

  private void compare(String where, String expected, Shop shop, SlotCommand.ByOwner command) {
    var answer = Refusals.outcomeOf(() -> shop.node().send(command));
    if (expected.equals("either")) {
      assertThat(answer).as(where).isNotEqualTo("done");
    } else {
      assertThat(answer).as(where).isEqualTo(expected);
    }
  }

  private SlotId slot(Shop shop, Random random) {
    var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    return shop.slot(random.nextInt(2), hour.plus(Duration.ofMinutes(30L * random.nextInt(14))));
  }

  private BookingId recent(Random random) {
    var ids = List.copyOf(model.bookings.keySet());
    return ids.get(Math.max(0, ids.size() - 1 - random.nextInt(20)));
  }

  private static <T> T anyOf(Iterable<T> all, Random random) {
    T chosen = all.iterator().next();
    for (var each : all) {
      if (random.nextInt(3) == 0) {
        chosen = each;
      }
    }
    return chosen;
  }
}
