package io.slotkeeper.query.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessPage;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessQuery.FindBusinesses;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.platform.security.OwnerKeyHashes;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BusinessQueriesTest {
  private final QueryService service = QueryService.shared();
  private final History history = service.history();

  @Test
  void showsABusinessAsItsEventsTellIt() {
    var first = history.newResource();
    var second = history.newResource();
    var third = history.newResource();
    // Not in the order of their ids, which storing must not lose.
    var id = history.salon(third, first);
    history
        .add(new BusinessEvent.ResourceAdded(id.value(), second.value(), "Second"))
        .add(new BusinessEvent.ResourceRetired(id.value(), first.value()))
        .add(new BusinessEvent.SpecialHoursSet(id.value(), "2026-12-24", List.of()))
        .add(
            new BusinessEvent.ClosureAdded(
                id.value(),
                history.ids().newClosureId().value(),
                "2026-12-26T00:00",
                "2026-12-27T00:00",
                second.value(),
                "repair"));
    service.feed(history.events());
    var state =
        Objects.requireNonNull(
            BusinessState.of(
                history.events().stream()
                    .map(event -> (BusinessEvent) event.getPayload())
                    .toList()));

    var view = service.find(new FindBusiness(id), BusinessView.class).orElseThrow();

    assertThat(view.status()).isEqualTo(BusinessStatus.ACTIVE);
    assertThat(view.name()).isEqualTo("Salon");
    assertThat(view.timeZone()).isEqualTo(state.timeZone());
    assertThat(view.whatsappNumber()).isEqualTo("+34600111222");
    assertThat(view.resources())
        .extracting(Resource::resourceId)
        .containsExactly(third, first, second);
    assertThat(view.resources()).extracting(Resource::retired).containsExactly(false, true, false);
    assertThat(view.openingHours()).isEqualTo(History.TEN_TO_EIGHT);
    assertThat(view.specialHours()).containsOnlyKeys(LocalDate.parse("2026-12-24"));
    assertThat(view.closures()).containsExactlyElementsOf(state.closures().values());
    assertThat(view.policy()).isEqualTo(BookingPolicy.DEFAULT);
    assertThat(view.consentWords()).startsWith("Acepto");
    assertThat(view.version()).isEqualTo(4);
  }

  @Test
  void storesTheWholeState() {
    var id = history.salon(history.newResource(), history.newResource());
    service.feed(history.events());
    var table = service.context().getBean(BusinessTable.class);

    assertThat(table.find(id).orElseThrow().state())
        .isEqualTo(
            BusinessState.of(
                history.events().stream()
                    .map(event -> (BusinessEvent) event.getPayload())
                    .toList()));
  }

  @Test
  void findsNothingUnderAnUnknownId() {
    assertThat(service.find(new FindBusiness(history.ids().newBusinessId()), BusinessView.class))
        .isEmpty();
  }

  @Test
  void findsNamesWithoutRegardToCaseAndAccents() {
    name("Barbería ÁNGEL 100%_x");
    service.feed(history.events());

    assertThat(names(page("rberia ang", 50, null))).containsExactly("Barbería ÁNGEL 100%_x");
    assertThat(names(page("BARBERÍA", 50, null))).containsExactly("Barbería ÁNGEL 100%_x");
    assertThat(names(page("100%_", 50, null))).containsExactly("Barbería ÁNGEL 100%_x");
    assertThat(names(page("100_", 50, null))).isEmpty();
  }

  @Test
  void listsEachBusinessOnceOverPagesByName() {
    for (var name : List.of("Paged c", "paged B", "Paged ä", "Paged B", "PAGED d")) {
      name(name);
    }
    service.feed(history.events());

    var found = new ArrayList<String>();
    String cursor = null;
    do {
      var page = page("paged", 2, cursor);
      found.addAll(names(page));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(found).hasSize(5).startsWith("Paged ä").endsWith("Paged c", "PAGED d");
    assertThat(found.subList(1, 3)).containsExactlyInAnyOrder("paged B", "Paged B");
  }

  @Test
  void refusesACursorOfAnotherQuestion() {
    name("Cursed 1");
    name("Cursed 2");
    service.feed(history.events());
    var cursor = page("cursed", 1, null).nextCursor();

    assertThat(names(page("cursed", 1, cursor))).containsExactly("Cursed 2");
    assertThatThrownBy(() -> page("curse", 1, cursor)).hasStackTraceContaining("not acceptable");
  }

  @Test
  void knowsTheKeyThatIsGoodNow() {
    var id = history.salon(history.newResource());
    service.feed(history.events());
    var keys = service.context().getBean(OwnerKeyHashes.class);

    assertThat(keys.keyHashOf(id)).contains("a".repeat(64));
    history.add(new BusinessEvent.ApiKeyRotated(id.value(), "b".repeat(64)));
    service.feed(history.events());
    assertThat(keys.keyHashOf(id)).contains("b".repeat(64));
    assertThat(keys.keyHashOf(history.ids().newBusinessId())).isEmpty();
  }

  private void name(String name) {
    history.business(
        name, "Europe/Madrid", History.TEN_TO_EIGHT, BookingPolicy.DEFAULT, history.newResource());
  }

  private BusinessPage page(String text, int limit, @Nullable String cursor) {
    return service.ask(new FindBusinesses(text, limit, cursor), BusinessPage.class);
  }

  private static List<String> names(BusinessPage page) {
    return page.businesses().stream().map(BusinessView::name).toList();
  }
}
