package io.slotkeeper.command.business;

import static io.slotkeeper.command.business.BusinessHistories.CLOSED;
import static io.slotkeeper.command.business.BusinessHistories.HOLIDAY;
import static io.slotkeeper.command.business.BusinessHistories.HOLIDAY_ADDED;
import static io.slotkeeper.command.business.BusinessHistories.REGISTER;
import static io.slotkeeper.command.business.BusinessHistories.REGISTERED;
import static io.slotkeeper.command.business.BusinessHistories.SUSPENDED;
import static io.slotkeeper.command.business.BusinessHistories.expecting;
import static io.slotkeeper.command.business.BusinessHistories.fixture;
import static io.slotkeeper.command.node.Refusals.refusedAs;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.CLOSURE;
import static io.slotkeeper.command.node.Samples.always;
import static io.slotkeeper.command.node.Samples.policy;
import static io.slotkeeper.command.node.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.business.BusinessCommand.AddClosure;
import io.slotkeeper.api.business.BusinessCommand.AddResource;
import io.slotkeeper.api.business.BusinessCommand.ChangeBusinessProfile;
import io.slotkeeper.api.business.BusinessCommand.ClearSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.CloseBusiness;
import io.slotkeeper.api.business.BusinessCommand.RegisterBusiness;
import io.slotkeeper.api.business.BusinessCommand.RemoveClosure;
import io.slotkeeper.api.business.BusinessCommand.RenameResource;
import io.slotkeeper.api.business.BusinessCommand.ResumeBusiness;
import io.slotkeeper.api.business.BusinessCommand.RetireResource;
import io.slotkeeper.api.business.BusinessCommand.RotateApiKey;
import io.slotkeeper.api.business.BusinessCommand.RotateCalendarLink;
import io.slotkeeper.api.business.BusinessCommand.SetBookingPolicy;
import io.slotkeeper.api.business.BusinessCommand.SetOpeningHours;
import io.slotkeeper.api.business.BusinessCommand.SetSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.api.business.BusinessEvent.BusinessResumed;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BusinessLifecycleTest {

  @Test
  void opensWithWhatIsRegistered() {
    fixture()
        .givenNoPriorActivity()
        .when(REGISTER)
        .expectEvents(REGISTERED)
        .expectResultMessagePayload(0L);
  }

  @Test
  void takesNoBookingsWhileSuspended() {
    fixture()
        .given(REGISTERED)
        .when(new SuspendBusiness(BUSINESS))
        .expectEvents(SUSPENDED)
        .expectResultMessagePayload(1L);
  }

  @Test
  void staysSuspendedWhenSuspendedAgain() {
    fixture()
        .given(REGISTERED, SUSPENDED)
        .when(new SuspendBusiness(BUSINESS))
        .expectNoEvents()
        .expectResultMessagePayload(1L);
  }

  @Test
  void takesBookingsAgainWhenResumed() {
    fixture()
        .given(REGISTERED, SUSPENDED)
        .when(new ResumeBusiness(BUSINESS))
        .expectEvents(new BusinessResumed(BUSINESS.value()));
  }

  @Test
  void staysActiveWhenResumedAgain() {
    fixture()
        .given(REGISTERED)
        .when(new ResumeBusiness(BUSINESS))
        .expectNoEvents()
        .expectResultMessagePayload(0L);
  }

  @Test
  void closesWhileActive() {
    fixture().given(REGISTERED).when(new CloseBusiness(BUSINESS)).expectEvents(CLOSED);
  }

  @Test
  void closesWhileSuspended() {
    fixture().given(REGISTERED, SUSPENDED).when(new CloseBusiness(BUSINESS)).expectEvents(CLOSED);
  }

  @Test
  void staysClosedWhenClosedAgain() {
    fixture()
        .given(REGISTERED, CLOSED)
        .when(new CloseBusiness(BUSINESS))
        .expectNoEvents()
        .expectResultMessagePayload(1L);
  }

  @ParameterizedTest
  @MethodSource("everythingButClosing")
  void refusesEverythingElseOnceClosed(BusinessCommand command) {
    fixture()
        .given(REGISTERED, HOLIDAY_ADDED, CLOSED)
        .when(command)
        .expectException(refusedAs("illegal-transition BusinessMustNotBeClosed from CLOSED"))
        .expectNoEvents();
  }

  @Test
  void knowsEveryCommandThatAClosedBusinessRefuses() {
    assertThat(everythingButClosing().map(Object::getClass).toList())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(BusinessCommand.class.getPermittedSubclasses())
                .filter(type -> type != RegisterBusiness.class && type != CloseBusiness.class)
                .toList());
  }

  @Test
  void refusesACallerWhoHasSeenAnOlderVersion() {
    fixture()
        .given(REGISTERED, HOLIDAY_ADDED)
        .when(new SuspendBusiness(BUSINESS), expecting(0))
        .expectException(refusedAs("version-conflict"))
        .expectNoEvents();
  }

  @Test
  void refusesACallerWhoHasSeenAnOlderVersionEvenWhereNothingWouldChange() {
    fixture()
        .given(REGISTERED, SUSPENDED)
        .when(new SuspendBusiness(BUSINESS), expecting(0))
        .expectException(refusedAs("version-conflict"));
  }

  @Test
  void obeysACallerWhoHasSeenTheNewestVersion() {
    fixture()
        .given(REGISTERED, HOLIDAY_ADDED)
        .when(new SuspendBusiness(BUSINESS), expecting(1))
        .expectEvents(SUSPENDED)
        .expectResultMessagePayload(2L);
  }

  static Stream<BusinessCommand> everythingButClosing() {
    return Stream.of(
        new ChangeBusinessProfile(BUSINESS, "Other", null, null, null),
        new SetOpeningHours(BUSINESS, always()),
        new AddClosure(BUSINESS, HOLIDAY),
        new RemoveClosure(BUSINESS, CLOSURE),
        new SetSpecialHours(BUSINESS, LocalDate.parse("2026-06-24"), List.of()),
        new ClearSpecialHours(BUSINESS, LocalDate.parse("2026-06-24")),
        new AddResource(BUSINESS, resource(3), "Chair 3"),
        new RenameResource(BUSINESS, resource(1), "Window"),
        new RetireResource(BUSINESS, resource(1)),
        new SetBookingPolicy(BUSINESS, policy(Approval.AUTOMATIC)),
        new RotateApiKey(BUSINESS, "1".repeat(64)),
        new RotateCalendarLink(BUSINESS, "1".repeat(64)),
        new SuspendBusiness(BUSINESS),
        new ResumeBusiness(BUSINESS));
  }
}
