package io.slotkeeper.command.business;

import static io.slotkeeper.command.business.BusinessHistories.REGISTERED;
import static io.slotkeeper.command.business.BusinessHistories.fixture;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.KEY_HASH;
import static io.slotkeeper.command.node.Samples.policy;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.ChangeBusinessProfile;
import io.slotkeeper.api.business.BusinessCommand.RotateApiKey;
import io.slotkeeper.api.business.BusinessCommand.RotateCalendarLink;
import io.slotkeeper.api.business.BusinessCommand.SetBookingPolicy;
import io.slotkeeper.api.business.BusinessEvent.ApiKeyRotated;
import io.slotkeeper.api.business.BusinessEvent.BookingPolicySet;
import io.slotkeeper.api.business.BusinessEvent.BusinessProfileChanged;
import io.slotkeeper.api.business.BusinessEvent.CalendarLinkRotated;
import io.slotkeeper.api.business.EventEntries;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BusinessProfileTest {

  @Test
  void changesWhatIsGivenAndKeepsTheRest() {
    fixture()
        .given(REGISTERED)
        .when(new ChangeBusinessProfile(BUSINESS, "New Name", null, null, Locale.of("es", "ES")))
        .expectEvents(
            new BusinessProfileChanged(
                BUSINESS.value(), "New Name", "Etc/UTC", "+34600000000", "es-ES"))
        .expectResultMessagePayload(1L);
  }

  @Test
  void changesZoneAndNumber() {
    fixture()
        .given(REGISTERED)
        .when(
            new ChangeBusinessProfile(
                BUSINESS, null, ZoneId.of("Europe/Madrid"), new PhoneNumber("+34600000009"), null))
        .expectEvents(
            new BusinessProfileChanged(
                BUSINESS.value(), "Test Salon", "Europe/Madrid", "+34600000009", "en"));
  }

  @Test
  void saysNothingWhereTheProfileIsTheSame() {
    fixture()
        .given(REGISTERED)
        .when(new ChangeBusinessProfile(BUSINESS, "Test Salon", null, null, null))
        .expectNoEvents()
        .expectResultMessagePayload(0L);
  }

  @Test
  void replacesThePolicy() {
    var automatic = policy(Approval.AUTOMATIC);
    fixture()
        .given(REGISTERED)
        .when(new SetBookingPolicy(BUSINESS, automatic))
        .expectEvents(new BookingPolicySet(BUSINESS.value(), EventEntries.plain(automatic)));
  }

  @Test
  void saysNothingWhereThePolicyIsTheSame() {
    fixture()
        .given(REGISTERED)
        .when(new SetBookingPolicy(BUSINESS, policy(Approval.MANUAL)))
        .expectNoEvents();
  }

  @Test
  void replacesTheOwnersKey() {
    fixture()
        .given(REGISTERED)
        .when(new RotateApiKey(BUSINESS, "1".repeat(64)))
        .expectEvents(new ApiKeyRotated(BUSINESS.value(), "1".repeat(64)));
  }

  @Test
  void saysNothingWhereTheKeyIsTheSame() {
    fixture().given(REGISTERED).when(new RotateApiKey(BUSINESS, KEY_HASH)).expectNoEvents();
  }

  @Test
  void makesTheFirstLinkToTheCalendar() {
    fixture()
        .given(REGISTERED)
        .when(new RotateCalendarLink(BUSINESS, "1".repeat(64)))
        .expectEvents(new CalendarLinkRotated(BUSINESS.value(), "1".repeat(64)))
        .expectResultMessagePayload(1L);
  }

  @Test
  void replacesTheLinkToTheCalendar() {
    fixture()
        .given(REGISTERED, new CalendarLinkRotated(BUSINESS.value(), "1".repeat(64)))
        .when(new RotateCalendarLink(BUSINESS, "2".repeat(64)))
        .expectEvents(new CalendarLinkRotated(BUSINESS.value(), "2".repeat(64)));
  }

  @Test
  void saysNothingWhereTheLinkIsTheSame() {
    fixture()
        .given(REGISTERED, new CalendarLinkRotated(BUSINESS.value(), "1".repeat(64)))
        .when(new RotateCalendarLink(BUSINESS, "1".repeat(64)))
        .expectNoEvents();
  }
}
