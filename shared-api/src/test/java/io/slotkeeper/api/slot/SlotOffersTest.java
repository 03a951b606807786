package io.slotkeeper.api.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slotkeeper.api.Refused;
import io.slotkeeper.api.Shop;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessEvent.BusinessClosed;
import io.slotkeeper.api.business.BusinessEvent.BusinessSuspended;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a slot cannot be booked, rule by rule. */
class SlotOffersTest {
  private static final Shop SHOP =
      Shop.in("Europe/Madrid").everyDay("10:00-13:00").policy(60, Duration.ofHours(2), 3);
  private static final Instant SEVEN = Instant.parse("2026-05-04T05:00:00Z");
  private static final SlotId TEN = SHOP.slot("2026-05-04T08:00:00Z");

  @Test
  void acceptsASlotThatNoRuleForbids() {
    var offers = new SlotOffers(SHOP.state(), SEVEN);

    assertThat(offers.refusal(TEN)).isEmpty();
    assertThat(offers.require(TEN))
        .isEqualTo(new OfferedSlot(TEN, Instant.parse("2026-05-04T09:00:00Z")));
    assertThat(offers.requireOnTimetable(TEN)).isEqualTo(offers.require(TEN));
  }

  @Test
  void refusesWhileTheBusinessIsNotActive() {
    var id = SHOP.state().businessId().value();
    var suspended = SHOP.with(new BusinessSuspended(id));
    var closed = SHOP.with(new BusinessClosed(id));

    assertRefused(suspended, SEVEN, TEN, "BusinessMustBeActive");
    assertRefused(closed, SEVEN, TEN, "BusinessMustBeActive");
    assertThat(new SlotOffers(suspended.state(), SEVEN).requireOnTimetable(TEN).slotId())
        .isEqualTo(TEN);
  }

  @Test
  void refusesTheSlotOfAnotherBusiness() {
    var other = new SlotId(Shop.IDS.newBusinessId(), TEN.resourceId(), TEN.start());

    assertRefused(SHOP, SEVEN, other, "SlotMustBelongToTheBusiness");
    assertNotOnTimetable(SHOP, SEVEN, other, "SlotMustBelongToTheBusiness");
  }

  @Test
  void refusesAResourceThatIsRetiredOrUnknown() {
    var unknown = new SlotId(TEN.businessId(), Shop.IDS.newResourceId(), TEN.start());

    assertRefused(SHOP, SEVEN, unknown, "ResourceMustBeOffered");
    assertRefused(SHOP.retire(Shop.CHAIR), SEVEN, TEN, "ResourceMustBeOffered");
    assertNotOnTimetable(SHOP.retire(Shop.CHAIR), SEVEN, TEN, "ResourceMustBeOffered");
  }

  @Test
  void refusesASlotFromItsFirstMomentOn() {
    var shop = SHOP.policy(60, Duration.ZERO, 3);

    assertThat(new SlotOffers(shop.state(), TEN.start().minusNanos(1)).refusal(TEN)).isEmpty();
    assertRefused(shop, TEN.start(), TEN, "SlotMustNotHaveBegun");
    assertRefused(shop, TEN.start().plusSeconds(1), TEN, "SlotMustNotHaveBegun");
    assertNotOnTimetable(shop, TEN.start(), TEN, "SlotMustNotHaveBegun");
  }

  @Test
  void refusesAStartThatIsNotOnTheGrid() {
    for (var start : new String[] {"2026-05-04T08:01:00Z", "2026-05-04T11:00:00Z"}) {
      assertRefused(SHOP, SEVEN, SHOP.slot(start), "SlotMustBeOnTheTimetable");
      assertNotOnTimetable(SHOP, SEVEN, SHOP.slot(start), "SlotMustBeOnTheTimetable");
    }
  }

  @Test
  void refusesASlotInAClosure() {
    var shop = SHOP.closed("2026-05-04T10:59", "2026-05-04T11:00");

    assertRefused(shop, SEVEN, TEN, "SlotMustNotBeInAClosure");
    assertNotOnTimetable(shop, SEVEN, TEN, "SlotMustNotBeInAClosure");
    assertThat(new SlotOffers(shop.state(), SEVEN).refusal(SHOP.slot("2026-05-04T09:00:00Z")))
        .isEmpty();
  }

  @Test
  void refusesOnceTheNoticeIsTooShort() {
    var lastMoment = TEN.start().minus(Duration.ofHours(2));

    assertThat(new SlotOffers(SHOP.state(), lastMoment).refusal(TEN)).isEmpty();
    assertRefused(SHOP, lastMoment.plusNanos(1), TEN, "SlotMustLeaveMinimumNotice");
    assertThat(new SlotOffers(SHOP.state(), lastMoment.plusNanos(1)).requireOnTimetable(TEN))
        .isNotNull();
  }

  @Test
  void refusesBeyondTheHorizonOfLocalDays() {
    var offers = new SlotOffers(SHOP.state(), SEVEN);

    assertThat(offers.refusal(SHOP.slot("2026-05-07T10:00:00Z"))).isEmpty();
    assertThat(offers.refusal(SHOP.slot("2026-05-08T08:00:00Z")))
        .contains("SlotMustBeWithinTheHorizon");
    assertThat(offers.requireOnTimetable(SHOP.slot("2026-05-08T08:00:00Z"))).isNotNull();
  }

  /** Auckland is already at the next date when it is still yesterday in London. */
  @Test
  void countsTheHorizonInTheZoneOfTheBusiness() {
    var shop = Shop.in("Pacific/Auckland").everyDay("00:00-24:00").policy(60, Duration.ZERO, 1);
    var beforeMidnight = Instant.parse("2026-05-04T11:59:59Z");
    var lastOfTuesday = shop.slot("2026-05-05T11:00:00Z");
    var firstOfWednesday = shop.slot("2026-05-05T12:00:00Z");

    assertThat(new SlotOffers(shop.state(), beforeMidnight).refusal(lastOfTuesday)).isEmpty();
    assertRefused(shop, beforeMidnight, firstOfWednesday, "SlotMustBeWithinTheHorizon");
    assertThat(
            new SlotOffers(shop.state(), beforeMidnight.plusSeconds(1)).refusal(firstOfWednesday))
        .isEmpty();
  }

  private static void assertRefused(Shop shop, Instant now, SlotId slotId, String rule) {
    var offers = new SlotOffers(shop.state(), now);
    assertThat(offers.refusal(slotId)).contains(rule);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> offers.require(slotId))
        .satisfies(refused -> assertSaysRule(refused, rule));
  }

  private static void assertNotOnTimetable(Shop shop, Instant now, SlotId slotId, String rule) {
    var offers = new SlotOffers(shop.state(), now);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> offers.requireOnTimetable(slotId))
        .satisfies(refused -> assertSaysRule(refused, rule));
  }

  private static void assertSaysRule(Refused refused, String rule) {
    assertThat(refused.code()).isEqualTo(Refused.Code.SLOT_NOT_OFFERED);
    assertThat(refused.details()).isEqualTo(Map.of("rule", rule));
  }
}
