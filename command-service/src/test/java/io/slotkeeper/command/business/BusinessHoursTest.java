package io.slotkeeper.command.business;

import static io.slotkeeper.command.business.BusinessHistories.HOLIDAY;
import static io.slotkeeper.command.business.BusinessHistories.HOLIDAY_ADDED;
import static io.slotkeeper.command.business.BusinessHistories.REGISTERED;
import static io.slotkeeper.command.business.BusinessHistories.fixture;
import static io.slotkeeper.command.node.Refusals.refusedAs;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.CLOSURE;
import static io.slotkeeper.command.node.Samples.always;
import static io.slotkeeper.command.node.Samples.resource;

import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.business.BusinessCommand.AddClosure;
import io.slotkeeper.api.business.BusinessCommand.ClearSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.RemoveClosure;
import io.slotkeeper.api.business.BusinessCommand.SetOpeningHours;
import io.slotkeeper.api.business.BusinessCommand.SetSpecialHours;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.ClosureRemoved;
import io.slotkeeper.api.business.BusinessEvent.OpeningHoursSet;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursCleared;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursSet;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {

  private static final LocalDate DATE = LocalDate.parse("2026-06-24");
  private static final SpecialHoursSet SPECIAL_SET =
      new SpecialHoursSet(
          BUSINESS.value(), "2026-06-24", List.of(new RangeEntry("10:00", "12:00")));

  @Test
  void replacesTheOpeningHours() {
    var mornings =
        new WeeklyHours(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(new OpeningRange("12:00", "14:00"), new OpeningRange("09:00", "11:00"))));
    fixture()
        .given(REGISTERED)
        .when(new SetOpeningHours(BUSINESS, mornings))
        .expectEvents(
            new OpeningHoursSet(
                BUSINESS.value(),
                Map.of(
                    "MONDAY",
                    List.of(new RangeEntry("09:00", "11:00"), new RangeEntry("12:00", "14:00")))))
        .expectResultMessagePayload(1L);
  }

  @Test
  void saysNothingWhereTheOpeningHoursAreTheSame() {
    fixture()
        .given(REGISTERED)
        .when(new SetOpeningHours(BUSINESS, always()))
        .expectNoEvents()
        .expectResultMessagePayload(0L);
  }

  @Test
  void addsAClosure() {
    fixture().given(REGISTERED).when(new AddClosure(BUSINESS, HOLIDAY)).expectEvents(HOLIDAY_ADDED);
  }

  @Test
  void addsAClosureOfOneResource() {
    fixture()
        .given(REGISTERED)
        .when(new AddClosure(BUSINESS, closed(resource(2))))
        .expectEvents(
            new ClosureAdded(
                BUSINESS.value(),
                CLOSURE.value(),
                "2026-06-02T00:00",
                "2026-06-04T00:00",
                resource(2).value(),
                null));
  }

  @Test
  void saysNothingWhereTheClosureIsThere() {
    fixture()
        .given(REGISTERED, HOLIDAY_ADDED)
        .when(new AddClosure(BUSINESS, HOLIDAY))
        .expectNoEvents();
  }

  @Test
  void knowsNoClosureOfAForeignResource() {
    fixture()
        .given(REGISTERED)
        .when(new AddClosure(BUSINESS, closed(resource(9))))
        .expectException(refusedAs("not-found"))
        .expectNoEvents();
  }

  @Test
  void removesAClosure() {
    fixture()
        .given(REGISTERED, HOLIDAY_ADDED)
        .when(new RemoveClosure(BUSINESS, CLOSURE))
        .expectEvents(new ClosureRemoved(BUSINESS.value(), CLOSURE.value()));
  }

  @Test
  void knowsNoClosureThatWasRemoved() {
    fixture()
        .given(REGISTERED, HOLIDAY_ADDED, new ClosureRemoved(BUSINESS.value(), CLOSURE.value()))
        .when(new RemoveClosure(BUSINESS, CLOSURE))
        .expectException(refusedAs("not-found"))
        .expectNoEvents();
  }

  @Test
  void holdsAThousandClosuresAndNoMore() {
    var history = new ArrayList<Object>(List.of(REGISTERED));
    for (int i = 1; i <= Business.MOST_CLOSURES; i++) {
      history.add(
          new ClosureAdded(
              BUSINESS.value(),
              closureId(i).value(),
              "2026-06-02T00:00",
              "2026-06-04T00:00",
              null,
              null));
    }
    fixture()
        .given(history)
        .when(new AddClosure(BUSINESS, closed(closureId(1001))))
        .expectException(refusedAs("illegal-transition AtMost1000Closures from ACTIVE"))
        .expectNoEvents();
    fixture()
        .given(history.subList(0, Business.MOST_CLOSURES))
        .when(new AddClosure(BUSINESS, closed(closureId(1001))))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void replacesTheHoursOfADate() {
    fixture()
        .given(REGISTERED)
        .when(new SetSpecialHours(BUSINESS, DATE, List.of(new OpeningRange("10:00", "12:00"))))
        .expectEvents(SPECIAL_SET);
  }

  @Test
  void closesADateWithoutHours() {
    fixture()
        .given(REGISTERED)
        .when(new SetSpecialHours(BUSINESS, DATE, List.of()))
        .expectEvents(new SpecialHoursSet(BUSINESS.value(), "2026-06-24", List.of()));
  }

  @Test
  void saysNothingWhereTheHoursOfADateAreTheSame() {
    fixture()
        .given(REGISTERED, SPECIAL_SET)
        .when(new SetSpecialHours(BUSINESS, DATE, List.of(new OpeningRange("10:00", "12:00"))))
        .expectNoEvents();
  }

  @Test
  void returnsADateToTheWeeklyHours() {
    fixture()
        .given(REGISTERED, SPECIAL_SET)
        .when(new ClearSpecialHours(BUSINESS, DATE))
        .expectEvents(new SpecialHoursCleared(BUSINESS.value(), "2026-06-24"));
  }

  @Test
  void saysNothingWhereADateHasNoHoursOfItsOwn() {
    fixture().given(REGISTERED).when(new ClearSpecialHours(BUSINESS, DATE)).expectNoEvents();
  }

  @Test
  void holdsAThousandSpecialDatesAndNoMore() {
    var history = new ArrayList<Object>(List.of(REGISTERED));
    for (int i = 0; i < Business.MOST_SPECIAL_DATES; i++) {
      history.add(new SpecialHoursSet(BUSINESS.value(), DATE.plusDays(i).toString(), List.of()));
    }
    fixture()
        .given(history)
        .when(new SetSpecialHours(BUSINESS, DATE.minusDays(1), List.of()))
        .expectException(refusedAs("illegal-transition AtMost1000SpecialDates from ACTIVE"))
        .expectNoEvents();
    fixture()
        .given(history)
        .when(new SetSpecialHours(BUSINESS, DATE, List.of(new OpeningRange("10:00", "12:00"))))
        .expectEvents(SPECIAL_SET);
  }

  private static Closure closed(ResourceId resourceId) {
    return new Closure(CLOSURE, HOLIDAY.from(), HOLIDAY.to(), resourceId, null);
  }

  private static Closure closed(ClosureId closureId) {
    return new Closure(closureId, HOLIDAY.from(), HOLIDAY.to(), null, null);
  }

  private static ClosureId closureId(int number) {
    return new ClosureId("cls_0%025d".formatted(number));
  }
}
