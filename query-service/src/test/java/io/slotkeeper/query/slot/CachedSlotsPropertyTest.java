package io.slotkeeper.query.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotQuery.FindSlots;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotsView;
import io.slotkeeper.query.cache.CachedService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CachedSlotsPropertyTest {
  private final CachedService services = CachedService.shared();

  @Property(tries = 12)
  void answersWithTheBytesThatPostgresqlWouldGive(@ForAll long seed) {
    var random = new Random(seed);
    var any = RandomBusiness.with(services.cached(), random);
    var changes = services.changes();
    changes.apply(any.history().events());
    var today = LocalDate.ofInstant(services.cached().clock().instant(), any.zone());
    var from = today.minusDays(random.nextInt(2));
    var slots = "/api/businesses/" + any.id() + "/slots";
    var week = slots + "?from=" + from + "&to=" + from.plusDays(random.nextInt(9));
    var resource = any.resources().get(random.nextInt(any.resources().size()));
    var paths =
        List.of(
            slots,
            week,
            week + "&status=AVAILABLE",
            week + "&status=UNAVAILABLE",
            week + "&resource=" + resource,
            week + "&status=AVAILABLE&resource=" + resource,
            week + "&resource=" + any.history().newResource(),
            "/api/businesses/" + any.id());
    for (int step = 0; step < 4; step++) {
      for (var path : paths) {
        services.same(path);
        services.same(path);
      }
      if (random.nextBoolean()) {
        touch(any, random, from);
        changes.apply(any.history().events());
      }
      services.cached().clock().advance(Duration.ofMinutes(random.nextInt(600)));
    }
  }

  private void touch(RandomBusiness any, Random random, LocalDate from) {
    var free = available(any, from);
    if (!free.isEmpty()) {
      var slot = free.get(random.nextInt(free.size()));
      var id = new SlotId(any.id(), slot.resourceId(), slot.start());
      var length = Duration.between(slot.start(), slot.end());
      if (random.nextBoolean()) {
        any.history().request(id, length);
      } else {
        any.history().book(id, length);
      }
    }
  }

  private List<SlotView> available(RandomBusiness any, LocalDate from) {
    var question =
        new FindSlots(any.id(), from, from.plusDays(8), null, SlotView.Status.AVAILABLE, false);
    var found = services.plain().find(question, SlotsView.class);
    assertThat(found).isPresent();
    return found.get().slots();
  }
}
