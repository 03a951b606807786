package io.slotkeeper.query.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.slot.SlotOffers;
import io.slotkeeper.api.slot.SlotQuery.FindSlots;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import io.slotkeeper.api.slot.SlotsView;
import io.slotkeeper.query.QueryService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SlotListingPropertyTest {
  private final QueryService service = QueryService.shared();

  @Property(tries = 80)
  void listsAsAvailableExactlyWhatIsAccepted(@ForAll long seed) {
    var random = new Random(seed);
    var any = RandomBusiness.with(service, random);
    var id = any.id();
    var zone = any.zone();
    var now = service.clock().instant();
    var history = any.history();
    var resources = any.resources();
    var today = LocalDate.ofInstant(now, zone);
    service.feed(history.events());
    var state =
        BusinessState.of(
            history.events().stream().map(event -> (BusinessEvent) event.getPayload()).toList());
    var from = today.minusDays(random.nextInt(2));
    var to = from.plusDays(random.nextInt(8));

    var listed =
        service
            .find(new FindSlots(id, from, to, null, null, false), SlotsView.class)
            .orElseThrow()
            .slots();

    var offers = new SlotOffers(Objects.requireNonNull(state), now);
    var available = new HashSet<SlotId>();
    for (var view : listed) {
      if (view.status() == Status.AVAILABLE) {
        available.add(view.slotId());
        assertThat(offers.require(view.slotId()).end()).isEqualTo(view.end());
      }
      assertThat(accepts(offers, view)).isEqualTo(view.status() == Status.AVAILABLE);
      assertThat(view.localStart().toLocalDate()).isBetween(from, to);
    }
    var resource = resources.get(random.nextInt(resources.size()));
    for (var start = from.atStartOfDay(zone).toInstant();
        start.isBefore(to.plusDays(1).atStartOfDay(zone).toInstant());
        start = start.plus(Duration.ofMinutes(5))) {
      var slot = new SlotId(id, resource, start);
      assertThat(offers.refusal(slot).isEmpty()).as("%s", slot).isEqualTo(available.contains(slot));
    }
  }

  private static boolean accepts(SlotOffers offers, SlotView view) {
    try {
      offers.require(view.slotId());
      return true;
    } catch (Refused refused) {
      return false;
    }
  }
}
