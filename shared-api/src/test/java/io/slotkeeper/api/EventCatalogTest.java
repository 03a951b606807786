package io.slotkeeper.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.EventCatalog.Entry;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.customer.CustomerEvent;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.slot.SlotEvent;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCatalogTest {
  private static final Map<String, Class<?>> AGGREGATES =
      Map.of(
          "business", BusinessEvent.class,
          "slot", SlotEvent.class,
          "booking", BookingEvent.class,
          "customer", CustomerEvent.class,
          "notification", NotificationEvent.class);

  @Test
  void listsEveryEventOnce() {
    var events =
        AGGREGATES.values().stream()
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .toList();

    assertThat(EventCatalog.entries())
        .extracting(Entry::type)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void givesEachANameOfItsOwn() {
    assertThat(EventCatalog.entries())
        .extracting(Entry::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+\\.[a-z]+(-[a-z]+)*"));
  }

  @Test
  void namesTheAggregateFirst() {
    for (var entry : EventCatalog.entries()) {
      var family = AGGREGATES.get(entry.name().substring(0, entry.name().indexOf('.')));
      assertThat(family).as(entry.name()).isNotNull().isAssignableFrom(entry.type());
    }
  }

  @Test
  void countsRevisionsFromOne() {
    assertThat(EventCatalog.entries()).allMatch(entry -> entry.revision().matches("[1-9][0-9]*"));
  }
}
