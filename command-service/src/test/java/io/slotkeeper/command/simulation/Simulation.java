package io.slotkeeper.command.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays histories, and makes those short that show a fault. */
final class Simulation implements AutoCloseable {

  /** A history that shows a fault, as it was played last. */
  record Failure(Scenario scenario, Fault fault, List<String> lines) {}

  private final Stage stage = Stage.raise();
  private long steps;

  /** How many steps were taken by now. */
  long steps() {
    return steps;
  }

  /** What is wrong in this history, if anything is. */
  Optional<Failure> play(Scenario scenario) {
    return play(scenario, new Play(stage, scenario));
  }

  /** What happens in a history in which nothing is wrong, line by line. */
  List<String> lines(Scenario scenario) {
    var play = new Play(stage, scenario);
    play(scenario, play)
        .ifPresent(
            failure -> {
              throw failure.fault;
            });
    return play.lines;
  }

  private Optional<Failure> play(Scenario scenario, Play play) {
    var actors = new Actors(play);
    var owner = new Owner(play);
    var time = new Timekeeping(play);
    try {
      for (var step : scenario.steps()) {
        take(step, play, actors, owner, time);
        if (step.act() != Act.FAIL_POWER) {
          play.failPower(0, false);
        }
        play.soundness.bookingsAndSlotsAreAsTheModelSays();
        steps++;
      }
      play.failPower(0, false);
      play.say("everything is delivered");
      time.settle();
      play.soundness.everythingHasComeToAnEnd();
      play.soundness.everythingIsToldOnce(play.tellings);
      return Optional.empty();
    } catch (Fault fault) {
      stage.disk.transactions.recover();
      return Optional.of(new Failure(scenario, fault, List.copyOf(play.lines)));
    }
  }

  private static void take(Step step, Play play, Actors actors, Owner owner, Timekeeping time) {
    switch (step.act()) {
      case REQUEST -> actors.request(step);
      case CONFIRM -> actors.confirm(step);
      case REJECT -> actors.reject(step);
      case CANCEL -> actors.cancel(step);
      case RESCHEDULE -> actors.reschedule(step);
      case COMPLETE -> actors.complete(step);
      case MISS -> actors.miss(step);
      case EXPIRE -> actors.expire(step);
      case BLOCK -> actors.block(step);
      case UNBLOCK -> actors.unblock(step);
      case SET_HOURS -> owner.setHours(step);
      case SET_SPECIAL_HOURS -> owner.setSpecialHours(step);
      case CLEAR_SPECIAL_HOURS -> owner.clearSpecialHours(step);
      case ADD_CLOSURE -> owner.addClosure(step);
      case REMOVE_CLOSURE -> owner.removeClosure(step);
      case SET_POLICY -> owner.setPolicy(step);
      case SUSPEND -> owner.suspend(step);
      case RESUME -> owner.resume(step);
      case RETIRE -> owner.retire(step);
      case CLOSE -> owner.close(step);
      case WAIT -> time.waitAWhile(step);
      case TELL_SAGAS -> time.tellSagas(step.who(), 1 + step.what() % 12);
      case FIRE -> time.fire(step.who());
      case SEND -> time.send(step.who(), 1 + step.what() % 5, step.how());
      case RESTART -> {
        play.say("a machine starts anew");
        play.restart(step.who());
      }
      case FAIL_POWER ->
          play.failPower(1 + step.what() % 4 / 2 + step.what() / 4 % 2, step.how() % 2 == 0);
    }
  }

  /** The same fault in fewer steps: leaves out whatever it does not need. */
  Failure shrink(Failure found) {
    var smallest = found;
    for (int chunk = found.scenario.steps().size() / 2; chunk >= 1; chunk /= 2) {
      for (int from = 0; from < smallest.scenario.steps().size(); ) {
        var fewer = new ArrayList<>(smallest.scenario.steps());
        fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
        var still = play(smallest.scenario.with(fewer));
        if (still.isPresent()) {
          smallest = still.get();
        } else {
          from += chunk;
        }
      }
    }
    return smallest;
  }

  @Override
  public void close() {
    stage.close();
  }
}
