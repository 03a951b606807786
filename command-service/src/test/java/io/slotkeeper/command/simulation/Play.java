package io.slotkeeper.command.simulation;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.business.BusinessCommand.RegisterBusiness;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.command.node.Refusals;
import io.slotkeeper.command.node.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** One history: two machines that take turns, their disk, and the model beside them. */
final class Play {

  final Stage stage;
  final BusinessId business;
  final List<ResourceId> resources;
  final ShopModel model;
  final Tellings tellings = new Tellings();
  final Soundness soundness;
  final Courier courier;
  final List<String> lines = new ArrayList<>();
  private final int[] running = {0, 1};
  private int started = 2;
  private boolean failsAfterwards;

  Play(Stage stage, Scenario scenario) {
    this.stage = stage;
    stage.disk.clear();
    stage.clock.set(scenario.start());
    this.business = Samples.business(stage.newNumber());
    this.resources =
        List.of(Samples.resource(stage.newNumber()), Samples.resource(stage.newNumber()));
    var openings = new Openings(scenario.zone(), scenario.hours(), scenario.policy().slotLength());
    this.model = new ShopModel(openings, resources, scenario.policy(), stage.clock);
    this.soundness = new Soundness(stage.disk, model);
    this.courier = new Courier(stage.disk, stage.clock);
    machine(0).commands.send(registration(scenario), null);
  }

  private RegisterBusiness registration(Scenario scenario) {
    return new RegisterBusiness(
        business,
        "Test Salon",
        scenario.zone(),
        new PhoneNumber("+34600000000"),
        Locale.ENGLISH,
        resources.stream().map(id -> new Resource(id, "Chair", false)).toList(),
        scenario.hours(),
        scenario.policy(),
        Samples.KEY_HASH);
  }

  /** A booking that the model knows. */
  Booked booking(BookingId id) {
    var booking = model.bookings.get(id);
    if (booking == null) {
      throw new Fault("The model has no " + id);
    }
    return booking;
  }

  Machine machine(int number) {
    return stage.machine(running[number % 2]);
  }

  /** Lets the power fail at a commit of the next step, if that has so many. */
  void failPower(int commit, boolean afterwards) {
    failsAfterwards = afterwards;
    stage.disk.transactions.failAt(commit, afterwards);
  }

  /** Another process in place of one, which knows what is on the disk. */
  void restart(int number) {
    stage.disk.transactions.recover();
    Fault.unless(!CurrentUnitOfWork.isStarted(), "A unit of work outlives its machine");
    running[number % 2] = started++;
  }

  void say(String what) {
    lines.add("%s  %s".formatted(stage.clock.instant(), what));
  }

  /**
   * Asks for something, and again where the power fails before the answer.
   *
   * @param must what the model answers, which takes the step at once
   */
  void ask(int number, String what, Supplier<String> must, Function<Machine, Object> send) {
    var answer = answer(machine(number), send);
    if (answer == null) {
      say(
          failsAfterwards
              ? "%s -> power fails, and the answer %s is lost".formatted(what, must.get())
              : what + " -> power fails before it is done");
      restart(number);
      soundness.bookingsAndSlotsAreAsTheModelSays();
      ask(number + 1, "again: " + what, must, send);
      return;
    }
    say("%s -> %s".formatted(what, answer));
    var expected = must.get();
    boolean fits = Arrays.asList(expected.split(ShopModel.EITHER, -1)).contains(answer);
    Fault.unless(fits, "%s%n  is answered %s%n  and must be  %s".formatted(what, answer, expected));
  }

  /** The answer in short; nothing where the power failed. */
  private @Nullable String answer(Machine machine, Function<Machine, Object> send) {
    try {
      var done = send.apply(machine);
      return done instanceof BookingReceipt receipt
          ? "%s %s %s v%d"
              .formatted(receipt.status(), receipt.slotId(), receipt.end(), receipt.version())
          : ShopModel.DONE;
    } catch (Refused refused) {
      return Refusals.inShort(refused);
    } catch (RuntimeException | Error e) {
      if (stage.disk.transactions.hasFailed()) {
        return null;
      }
      throw new Fault("A command fails: " + e, e);
    }
  }

  /** Does what is no command; whether the power lasted. */
  boolean powered(int number, String what, Runnable work) {
    try {
      work.run();
      return true;
    } catch (Fault fault) {
      throw fault;
    } catch (RuntimeException | Error e) {
      if (!stage.disk.transactions.hasFailed()) {
        throw new Fault(what + " fails: " + e, e);
      }
      say(what + " -> power fails");
      restart(number);
      return false;
    }
  }
}
