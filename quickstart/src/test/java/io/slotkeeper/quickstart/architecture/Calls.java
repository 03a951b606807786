package io.slotkeeper.quickstart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.modelling.command.AggregateLifecycle;

/** The calls that are left to one place each. */
final class Calls {
  static final DescribedPredicate<JavaCall<?>> APPENDING_EVENTS =
      to(
          "that appends events",
          target ->
              is(target, AggregateLifecycle.class, "apply")
                  || is(target, AggregateLifecycle.class, "createNew")
                  || is(target, EventBus.class, "publish")
                  || is(target, EventGateway.class, "publish"));

  /** System.nanoTime measures and does not tell the time, so it is free. */
  static final DescribedPredicate<JavaCall<?>> READING_TIME =
      to(
          "that reads the time past the injected clock",
          target ->
              isNowWithoutClock(target)
                  || (is(target, Clock.class) && target.getName().startsWith("system"))
                  || is(target, System.class, "currentTimeMillis")
                  || (is(target, Date.class, "<init>") && target.getParameterTypes().isEmpty()));

  static final DescribedPredicate<JavaCall<?>> DRAWING_AT_RANDOM =
      to(
          "that draws at random",
          target ->
              is(target, UUID.class, "randomUUID")
                  || is(target, Math.class, "random")
                  || target.getFullName().startsWith(Random.class.getName() + ".<init>"));

  static final DescribedPredicate<JavaCall<?>> MARKING_DELETED =
      to(
          "that marks an aggregate deleted",
          target -> is(target, AggregateLifecycle.class, "markDeleted"));

  private Calls() {}

  private static DescribedPredicate<JavaCall<?>> to(
      String description, Predicate<CodeUnitCallTarget> matches) {
    return describe(description, call -> matches.test(call.getTarget()));
  }

  private static boolean isNowWithoutClock(CodeUnitCallTarget target) {
    return target.getOwner().getPackageName().startsWith("java.time")
        && target.getName().equals("now")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean is(CodeUnitCallTarget target, Class<?> owner, String name) {
    return is(target, owner) && target.getName().equals(name);
  }

  private static boolean is(CodeUnitCallTarget target, Class<?> owner) {
    return target.getOwner().isAssignableTo(owner);
  }
}
