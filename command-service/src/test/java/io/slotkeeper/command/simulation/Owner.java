package io.slotkeeper.command.simulation;

import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.business.BusinessCommand.AddClosure;
import io.slotkeeper.api.business.BusinessCommand.ClearSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.CloseBusiness;
import io.slotkeeper.api.business.BusinessCommand.RemoveClosure;
import io.slotkeeper.api.business.BusinessCommand.ResumeBusiness;
import io.slotkeeper.api.business.BusinessCommand.RetireResource;
import io.slotkeeper.api.business.BusinessCommand.SetBookingPolicy;
import io.slotkeeper.api.business.BusinessCommand.SetOpeningHours;
import io.slotkeeper.api.business.BusinessCommand.SetSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.api.timetable.Closure;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The owner, who changes what the business is. */
final class Owner {

  private static final int QUARTER = 15;

  private final Play play;
  private final ShopModel model;

  Owner(Play play) {
    this.play = play;
    this.model = play.model;
  }

  void setHours(Step step) {
    var hours = Scenario.hours(step.what());
    change(
        step,
        "set hours to " + hours.days(),
        () -> model.openings.weekly(hours),
        new SetOpeningHours(play.business, hours));
  }

  void setSpecialHours(Step step) {
    var date = date(step);
    var ranges = Scenario.day(step.what());
    change(
        step,
        "set hours of %s to %s".formatted(date, ranges),
        () -> model.openings.special(date, ranges),
        new SetSpecialHours(play.business, date, ranges));
  }

  void clearSpecialHours(Step step) {
    var date = date(step);
    change(
        step,
        "clear hours of " + date,
        () -> model.openings.special(date, null),
        new ClearSpecialHours(play.business, date));
  }

  void addClosure(Step step) {
    var from = localHour().plusMinutes((long) QUARTER * (step.what() % 100));
    var to = from.plusMinutes((long) QUARTER * (1 + step.what() / 100 % 40));
    var resource = step.what() % 3 == 0 ? null : Step.pick(play.resources, step.what());
    var closure = new Closure(play.stage.ids.newClosureId(), from, to, resource, null);
    change(
        step,
        "close from %s to %s".formatted(from, to),
        () -> model.openings.closures.put(closure.closureId(), closure),
        new AddClosure(play.business, closure));
  }

  void removeClosure(Step step) {
    var known = List.copyOf(model.openings.closures.keySet());
    var closureId = known.isEmpty() ? play.stage.ids.newClosureId() : Step.pick(known, step.what());
    ask(
        step,
        "remove a closure",
        seen -> removed(seen, closureId),
        new RemoveClosure(play.business, closureId));
  }

  private String removed(Seen seen, ClosureId closureId) {
    boolean isThere = model.openings.closures.containsKey(closureId);
    var answer = model.change(seen, () -> model.openings.closures.remove(closureId));
    return answer.equals(ShopModel.DONE) && !isThere ? "not-found" : answer;
  }

  void setPolicy(Step step) {
    var policy = Scenario.policy(step.what());
    change(
        step,
        "set " + policy,
        () -> {
          model.policy = policy;
          model.openings.length(policy.slotLength());
        },
        new SetBookingPolicy(play.business, policy));
  }

  void suspend(Step step) {
    change(
        step,
        "suspend",
        () -> model.status = BusinessStatus.SUSPENDED,
        new SuspendBusiness(play.business));
  }

  void resume(Step step) {
    change(
        step,
        "resume",
        () -> model.status = BusinessStatus.ACTIVE,
        new ResumeBusiness(play.business));
  }

  void retire(Step step) {
    var resource = Step.pick(play.resources, step.what());
    change(
        step,
        "retire " + resource,
        () -> model.openings.retired.add(resource),
        new RetireResource(play.business, resource));
  }

  /** Rarely, since little happens afterwards. */
  void close(Step step) {
    if (step.what() % 4 == 0) {
      ask(step, "close for good", model::close, new CloseBusiness(play.business));
    }
  }

  private void change(Step step, String what, Runnable change, BusinessCommand command) {
    ask(step, what, seen -> model.change(seen, change), command);
  }

  private void ask(Step step, String what, Function<Seen, String> must, BusinessCommand command) {
    var before = new AtomicLong(version());
    var expected = Actors.expected(step, before.get());
    play.ask(
        step.who(),
        what,
        () -> must.apply(Actors.seen(expected, before.get())),
        machine -> {
          before.set(version());
          return machine.commands.send(command, expected);
        });
  }

  private long version() {
    return play.stage.disk.events.stream(play.business.value()).size() - 1L;
  }

  private LocalDate date(Step step) {
    return model.openings.date(play.stage.clock.instant()).plusDays(step.how() / 16 % 3);
  }

  private LocalDateTime localHour() {
    var now = play.stage.clock.instant();
    return LocalDateTime.ofInstant(now, model.openings.zone)
        .truncatedTo(ChronoUnit.HOURS)
        .minus(Duration.ofHours(1));
  }
}
