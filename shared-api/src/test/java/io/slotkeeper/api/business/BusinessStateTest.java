package io.slotkeeper.api.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Shop;
import io.slotkeeper.api.business.BusinessEvent.ApiKeyRotated;
import io.slotkeeper.api.business.BusinessEvent.BookingPolicySet;
import io.slotkeeper.api.business.BusinessEvent.BusinessClosed;
import io.slotkeeper.api.business.BusinessEvent.BusinessProfileChanged;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.BusinessResumed;
import io.slotkeeper.api.business.BusinessEvent.BusinessSuspended;
import io.slotkeeper.api.business.BusinessEvent.CalendarLinkRotated;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.ClosureRemoved;
import io.slotkeeper.api.business.BusinessEvent.OpeningHoursSet;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceAdded;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceRenamed;
import io.slotkeeper.api.business.BusinessEvent.ResourceRetired;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursCleared;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursSet;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.Resource;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BusinessStateTest {
  private static final BusinessId ID = Shop.IDS.newBusinessId();
  private static final String BUSINESS = ID.value();
  private static final ResourceId CHAIR = Shop.IDS.newResourceId();
  private static final ResourceId COURT = Shop.IDS.newResourceId();
  private static final ClosureId CLOSURE = Shop.IDS.newClosureId();
  private static final LocalDate HOLIDAY = LocalDate.parse("2026-12-24");
  private static final BookingPolicy POLICY =
      new BookingPolicy(
          Duration.ofMinutes(45),
          Approval.AUTOMATIC,
          Duration.ofHours(1),
          Duration.ofMinutes(90),
          60,
          Duration.ofDays(1),
          List.of(Duration.ofHours(3)));
  private static final BusinessRegistered REGISTERED =
      new BusinessRegistered(
          BUSINESS,
          "Salon",
          "Europe/Madrid",
          "+34600111222",
          "es",
          List.of(new ResourceEntry(CHAIR.value(), "Chair")),
          Map.of(
              "MONDAY",
              List.of(new RangeEntry("16:00", "20:00"), new RangeEntry("10:00", "13:00"))),
          EventEntries.plain(BookingPolicy.DEFAULT),
          "a".repeat(64));

  /** A history in which every kind of event happens, each one to some effect. */
  private static final List<BusinessEvent> HISTORY =
      List.of(
          REGISTERED,
          new BusinessProfileChanged(BUSINESS, "Club", "America/New_York", "+12025550123", "en"),
          new OpeningHoursSet(
              BUSINESS, Map.of("SUNDAY", List.of(new RangeEntry("22:00", "24:00")))),
          new ResourceAdded(BUSINESS, COURT.value(), "Court"),
          new ClosureAdded(
              BUSINESS, CLOSURE.value(), "2026-08-01T00:00", "2026-09-01T00:00", null, "Summer"),
          new ClosureRemoved(BUSINESS, CLOSURE.value()),
          new ClosureAdded(
              BUSINESS,
              CLOSURE.value(),
              "2026-08-01T10:30",
              "2026-08-01T12:00",
              COURT.value(),
              null),
          new SpecialHoursSet(BUSINESS, "2026-12-24", List.of(new RangeEntry("09:00", "12:00"))),
          new SpecialHoursCleared(BUSINESS, "2026-12-24"),
          new SpecialHoursSet(BUSINESS, "2026-12-24", List.of()),
          new ResourceRenamed(BUSINESS, COURT.value(), "Centre court"),
          new ResourceRetired(BUSINESS, CHAIR.value()),
          new BookingPolicySet(BUSINESS, EventEntries.plain(POLICY)),
          new ApiKeyRotated(BUSINESS, "b".repeat(64)),
          new CalendarLinkRotated(BUSINESS, "c".repeat(64)),
          new BusinessSuspended(BUSINESS),
          new BusinessResumed(BUSINESS),
          new BusinessClosed(BUSINESS));

  @Test
  void beginsAsItWasRegistered() {
    var state = BusinessState.begin(REGISTERED);

    assertThat(state.businessId()).isEqualTo(ID);
    assertThat(state.status()).isEqualTo(BusinessStatus.ACTIVE);
    assertThat(state.name()).isEqualTo("Salon");
    assertThat(state.timeZone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(state.whatsappNumber()).isEqualTo("+34600111222");
    assertThat(state.locale()).isEqualTo("es");
    assertThat(state.apiKeyHash()).isEqualTo("a".repeat(64));
    assertThat(state.calendarKeyHash()).isNull();
    assertThat(state.policy()).isEqualTo(BookingPolicy.DEFAULT);
    assertThat(state.openingHours().on(DayOfWeek.MONDAY))
        .containsExactly(new OpeningRange("10:00", "13:00"), new OpeningRange("16:00", "20:00"));
    assertThat(state.specialHours()).isEmpty();
    assertThat(state.closures()).isEmpty();
    assertThat(state.resources())
        .containsExactly(Map.entry(CHAIR, new Resource(CHAIR, "Chair", false)));
  }

  @Test
  void hasTakenInEveryKindOfEvent() {
    var state = Objects.requireNonNull(BusinessState.of(HISTORY));

    assertThat(HISTORY)
        .extracting(Object::getClass)
        .containsOnlyOnceElementsOf(List.of(BusinessRegistered.class, BusinessClosed.class))
        .containsAll(List.of(BusinessEvent.class.getPermittedSubclasses()));
    assertThat(state.name()).isEqualTo("Club");
    assertThat(state.timeZone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(state.whatsappNumber()).isEqualTo("+12025550123");
    assertThat(state.locale()).isEqualTo("en");
    assertThat(state.openingHours().days().keySet()).containsExactly(DayOfWeek.SUNDAY);
    assertThat(state.closures().values())
        .containsExactly(
            new Closure(
                CLOSURE,
                LocalDateTime.parse("2026-08-01T10:30"),
                LocalDateTime.parse("2026-08-01T12:00"),
                COURT,
                null));
    assertThat(state.specialHours()).containsExactly(Map.entry(HOLIDAY, List.of()));
    assertThat(state.resources().values())
        .containsExactly(
            new Resource(CHAIR, "Chair", true), new Resource(COURT, "Centre court", false));
    assertThat(state.policy()).isEqualTo(POLICY);
    assertThat(state.apiKeyHash()).isEqualTo("b".repeat(64));
    assertThat(state.calendarKeyHash()).isEqualTo("c".repeat(64));
    assertThat(state.status()).isEqualTo(BusinessStatus.CLOSED);
  }

  @Test
  void changesNothingElseByAnEvent() {
    var before = BusinessState.begin(REGISTERED);
    var suspended = before.after(new BusinessSuspended(BUSINESS));

    assertThat(suspended.status()).isEqualTo(BusinessStatus.SUSPENDED);
    assertThat(suspended.after(new BusinessResumed(BUSINESS))).isEqualTo(before);
    assertThat(before.status()).isEqualTo(BusinessStatus.ACTIVE);
  }

  @ParameterizedTest
  @MethodSource("positions")
  void isTheSameAfterAnEventThatComesTwice(int position) {
    var once = Objects.requireNonNull(BusinessState.of(HISTORY.subList(0, position + 1)));

    assertThat(once.after(HISTORY.get(position))).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("positions")
  void isChangedByEachEventOfTheHistory(int position) {
    var before = BusinessState.of(HISTORY.subList(0, position));

    assertThat(BusinessState.of(HISTORY.subList(0, position + 1))).isNotEqualTo(before);
  }

  static List<Integer> positions() {
    return IntStream.range(0, HISTORY.size()).boxed().toList();
  }

  @Test
  void keepsARetiredResourceRetiredWhenItIsRenamed() {
    var state =
        BusinessState.begin(REGISTERED)
            .after(new ResourceRetired(BUSINESS, CHAIR.value()))
            .after(new ResourceRenamed(BUSINESS, CHAIR.value(), "Old chair"));

    assertThat(state.resources().get(CHAIR)).isEqualTo(new Resource(CHAIR, "Old chair", true));
  }

  @Test
  void givesItsTimetableWhatTheEventsSay() {
    var timetable = Objects.requireNonNull(BusinessState.of(HISTORY)).timetable();

    assertThat(timetable.businessId()).isEqualTo(ID);
    assertThat(timetable.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(timetable.slotLength()).isEqualTo(Duration.ofMinutes(45));
    assertThat(timetable.weekly().on(DayOfWeek.SUNDAY))
        .containsExactly(new OpeningRange("22:00", "24:00"));
    assertThat(timetable.special()).containsOnlyKeys(HOLIDAY);
    assertThat(timetable.closures()).extracting(Closure::closureId).containsExactly(CLOSURE);
    assertThat(timetable.offers(COURT)).isTrue();
    assertThat(timetable.offers(CHAIR)).isFalse();
  }

  @Test
  void isNothingWithoutEvents() {
    assertThat(BusinessState.of(List.of())).isNull();
  }

  @Test
  void failsLoudlyWhereAnEventSpeaksOfAnUnknownResource() {
    var state = BusinessState.begin(REGISTERED);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> state.after(new ResourceRetired(BUSINESS, COURT.value())));
  }

  @Test
  void cannotBeChangedFromOutside() {
    var state = Objects.requireNonNull(BusinessState.of(HISTORY));

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> state.closures().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> state.specialHours().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> state.resources().clear());
  }

  @Test
  void turnsHoursAndPoliciesIntoPlainEntriesAndBack() {
    var hours = BusinessState.begin(REGISTERED).openingHours();

    assertThat(EventEntries.hours(EventEntries.plain(hours))).isEqualTo(hours);
    assertThat(EventEntries.policy(EventEntries.plain(POLICY))).isEqualTo(POLICY);
  }
}
