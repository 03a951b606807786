package io.slotkeeper.api.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.AnyScene.Scene;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Shop;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.api.timetable.MinuteWalk;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What is listed as open is what is accepted, and every refusal has the right reason. */
class SlotOffersPropertyTest {
  private static final Duration BEFORE = Duration.ofDays(1);
  private static final Duration AFTER = Duration.ofDays(6);

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void acceptsWhatItListsAsOpenAndNothingElse(@ForAll Scene scene) {
    var offers = new SlotOffers(scene.business(), scene.moment());
    var from = scene.moment().minus(BEFORE);
    var to = scene.moment().plus(AFTER);

    for (var slot : scene.business().timetable().between(resource(scene), from, to)) {
      assertThat(offers.isOpen(slot)).isEqualTo(offers.refusal(slot.slotId()).isEmpty());
      if (offers.isOpen(slot)) {
        assertThat(offers.require(slot.slotId())).isEqualTo(slot);
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void namesTheFirstRuleThatIsBroken(
      @ForAll Scene scene, @ForAll @IntRange(min = -600, max = 8640) int minutes) {
    var at = scene.moment().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MINUTES);
    var walk = new MinuteWalk(scene.business().timetable(), at, at.plus(Duration.ofHours(12)));
    var offers = new SlotOffers(scene.business(), scene.moment());

    for (var slotId : candidates(scene, walk, at)) {
      var expected = brokenRules(scene, walk, slotId).stream().findFirst();
      Statistics.collect(expected.orElse("none"));
      assertThat(offers.refusal(slotId)).as("%s", slotId).isEqualTo(expected);
      assertThat(refusalOf(() -> offers.require(slotId))).isEqualTo(expected);
    }
  }

  /** Slots next to a moment, and some that are just beside them or of somebody else. */
  private static List<SlotId> candidates(Scene scene, MinuteWalk walk, Instant at) {
    var businessId = scene.business().businessId();
    var candidates = new ArrayList<SlotId>();
    walk.onGrid().stream().limit(4).map(OfferedSlot::slotId).forEach(candidates::add);
    candidates.add(new SlotId(businessId, resource(scene), at));
    candidates.add(new SlotId(businessId, Shop.IDS.newResourceId(), at));
    candidates.add(new SlotId(Shop.IDS.newBusinessId(), resource(scene), at));
    return candidates;
  }

  private static List<String> brokenRules(Scene scene, MinuteWalk walk, SlotId slotId) {
    var business = scene.business();
    var untilStart = Duration.between(scene.moment(), slotId.start());
    var onGrid = walk.onGrid().stream().filter(slot -> slot.slotId().equals(slotId)).findFirst();
    var broken = new ArrayList<String>();
    if (business.status() != BusinessStatus.ACTIVE) {
      broken.add("BusinessMustBeActive");
    }
    if (!slotId.businessId().equals(business.businessId())) {
      broken.add("SlotMustBelongToTheBusiness");
    }
    if (!isOffered(scene, slotId.resourceId())) {
      broken.add("ResourceMustBeOffered");
    }
    if (!untilStart.isPositive()) {
      broken.add("SlotMustNotHaveBegun");
    }
    if (onGrid.isEmpty()) {
      broken.add("SlotMustBeOnTheTimetable");
    }
    if (onGrid.filter(walk::isClosed).isPresent()) {
      broken.add("SlotMustNotBeInAClosure");
    }
    if (untilStart.compareTo(business.policy().minimumNotice()) < 0) {
      broken.add("SlotMustLeaveMinimumNotice");
    }
    if (daysAhead(scene, slotId) > business.policy().horizonDays()) {
      broken.add("SlotMustBeWithinTheHorizon");
    }
    return broken;
  }

  private static ResourceId resource(Scene scene) {
    return scene.business().resources().keySet().iterator().next();
  }

  private static boolean isOffered(Scene scene, ResourceId resourceId) {
    return scene.business().resources().values().stream()
        .anyMatch(each -> each.resourceId().equals(resourceId) && !each.retired());
  }

  private static long daysAhead(Scene scene, SlotId slotId) {
    var zone = scene.business().timeZone();
    var today = scene.moment().atZone(zone).toLocalDate();
    return ChronoUnit.DAYS.between(today, slotId.start().atZone(zone).toLocalDate());
  }

  private static Optional<String> refusalOf(Runnable request) {
    try {
      request.run();
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.ofNullable(refused.details().get("rule")).map(Object::toString);
    }
  }
}
