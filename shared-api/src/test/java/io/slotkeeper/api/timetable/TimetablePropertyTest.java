package io.slotkeeper.api.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.AnyScene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What holds of every timetable, near changes of the clock above all. */
class TimetablePropertyTest {
  private static final Duration NEAR = Duration.ofDays(2);

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void agreesWithAWalkMinuteByMinute(
      @ForAll Scene scene,
      @ForAll @IntRange(min = -2880, max = 0) int from,
      @ForAll @IntRange(min = 0, max = 2880) int to) {
    var timetable = scene.business().timetable();
    var start = scene.moment().plus(Duration.ofMinutes(from));
    var end = scene.moment().plus(Duration.ofMinutes(to));
    var slots = timetable.between(start, end);

    assertThat(slots).isEqualTo(new MinuteWalk(timetable, start, end).slots());

    var change = timetable.zone().getRules().nextTransition(start);
    var changes = change != null && change.getInstant().isBefore(end);
    Statistics.label("slots").collect(!slots.isEmpty());
    Statistics.label("slots").coverage(share -> share.check(true).percentage(p -> p > 50));
    Statistics.label("clock changes").collect(changes);
    Statistics.label("clock changes").coverage(share -> share.check(true).percentage(p -> p > 20));
  }

  @Property(tries = 2, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void agreesWithAWalkOver400Days(@ForAll Scene scene) {
    var timetable = scene.business().timetable();
    var end = scene.moment().plus(Duration.ofDays(400));

    assertThat(timetable.between(scene.moment(), end))
        .isEqualTo(new MinuteWalk(timetable, scene.moment(), end).slots());
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void keepsTheSlotsOfAResourceApartAndInOrder(@ForAll Scene scene) {
    for (var resource : scene.business().resources().keySet()) {
      var slots = scene.business().timetable().between(resource, start(scene), end(scene));

      for (int i = 1; i < slots.size(); i++) {
        assertThat(slots.get(i).start()).isAfterOrEqualTo(slots.get(i - 1).end());
      }
    }
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void ordersByStartAndResource(@ForAll Scene scene) {
    assertThat(around(scene))
        .extracting(slot -> "%s %s".formatted(slot.start(), slot.slotId().resourceId().value()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void givesEachSlotItsFullLength(@ForAll Scene scene) {
    assertThat(around(scene))
        .extracting(slot -> Duration.between(slot.start(), slot.end()))
        .allMatch(scene.business().policy().slotLength()::equals);
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void startsOnLocalTimesLaidFromTheStartOfARange(@ForAll Scene scene) {
    var zone = scene.business().timeZone();

    assertThat(around(scene))
        .extracting(slot -> LocalDateTime.ofInstant(slot.start(), zone))
        .isSubsetOf(laidOut(scene));
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void offersEachInstantOfALaidOutTimeThatFitsAndIsFree(@ForAll Scene scene) {
    var starts = around(scene).stream().map(OfferedSlot::start).distinct().toList();
    var length = scene.business().policy().slotLength();
    var rules = scene.business().timeZone().getRules();
    Assume.that(scene.business().closures().isEmpty());
    Assume.that(!starts.isEmpty());

    for (var local : laidOut(scene)) {
      for (var offset : rules.getValidOffsets(local)) {
        var start = local.toInstant(offset);
        if (start.isBefore(start(scene).plus(length)) || !start.isBefore(end(scene))) {
          continue;
        }
        var overlaps =
            starts.stream().anyMatch(o -> o.isBefore(start) && start.isBefore(o.plus(length)));
        var changes = !rules.getOffset(start.plus(length)).equals(offset);
        assertThat(starts.contains(start) || overlaps || changes).as("%s", start).isTrue();
      }
    }
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void joinsWindowsSeamlessly(
      @ForAll Scene scene,
      @ForAll @IntRange(min = 0, max = 6 * 24 * 60) int first,
      @ForAll @IntRange(min = 0, max = 6 * 24 * 60) int second) {
    var timetable = scene.business().timetable();
    var a = start(scene);
    var b = a.plus(Duration.ofMinutes(Math.min(first, second)));
    var c = a.plus(Duration.ofMinutes(Math.max(first, second)));

    assertThat(timetable.between(a, c))
        .isEqualTo(
            Stream.of(timetable.between(a, b), timetable.between(b, c))
                .flatMap(List::stream)
                .toList());
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void findsOneByOneWhatItLists(@ForAll Scene scene) {
    var timetable = scene.business().timetable();
    var end = scene.moment().plus(Duration.ofDays(1));
    var found = new ArrayList<OfferedSlot>();
    for (var at = scene.moment(); at.isBefore(end); at = at.plusSeconds(60)) {
      for (var resource : scene.business().resources().keySet()) {
        timetable.at(resource, at).ifPresent(found::add);
      }
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(timetable.between(scene.moment(), end));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void touchesNoClosure(@ForAll Scene scene) {
    var timetable = scene.business().timetable();
    var walk = new MinuteWalk(timetable, scene.moment(), scene.moment());

    assertThat(around(scene)).noneMatch(walk::isClosed);
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void losesSlotsByAClosureAndGainsNone(@ForAll Scene scene) {
    var timetable = scene.business().timetable();
    var open =
        new Timetable(
            timetable.businessId(),
            timetable.zone(),
            timetable.slotLength(),
            timetable.weekly(),
            timetable.special(),
            List.of(),
            timetable.resources());

    assertThat(open.between(start(scene), end(scene))).containsAll(around(scene));
  }

  private static List<OfferedSlot> around(Scene scene) {
    return scene.business().timetable().between(start(scene), end(scene));
  }

  private static Instant start(Scene scene) {
    return scene.moment().minus(NEAR);
  }

  private static Instant end(Scene scene) {
    return scene.moment().plus(NEAR);
  }

  /** Local times at which slots would start if no clock ever changed, well inside the window. */
  private static Set<LocalDateTime> laidOut(Scene scene) {
    var timetable = scene.business().timetable();
    var length = (int) timetable.slotLength().toMinutes();
    var laidOut = new TreeSet<LocalDateTime>();
    var today = timetable.localDate(scene.moment());
    for (var date = today.minusDays(5); date.isBefore(today.plusDays(6)); date = date.plusDays(1)) {
      var weekly = timetable.weekly().on(date.getDayOfWeek());
      for (var range : timetable.special().getOrDefault(date, weekly)) {
        for (int m = range.fromMinute(); m + length <= range.toMinute(); m += length) {
          laidOut.add(date.atStartOfDay().plusMinutes(m));
        }
      }
    }
    return laidOut;
  }
}
