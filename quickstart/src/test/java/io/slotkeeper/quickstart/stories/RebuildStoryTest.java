package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.simulator.SentMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The read model is made anew while everything goes on. */
class RebuildStoryTest {

  private static final int ROUNDS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Http admin = Town.queries().as(Town.quickstart().adminToken());

  @Test
  void neitherReadersNorCustomersNorTheirPhonesNotice() {
    var earlier = Town.phone(Bustle.newNumber());
    Shop shop = Shop.open("AUTOMATIC", "+34611000113", "en");
    shop.book(shop.freeSlots(2).getFirst(), earlier.number());
    earlier.awaitText("confirmed");
    int heard = earlier.messages().size();

    List<String> projections = projections();
    assertThat(projections).contains("businesses", "slots", "bookings", "notifications");
    try (var bustle = Bustle.begin()) {
      bustle.awaitMore();
      for (int round = 0; round < ROUNDS; round++) {
        projections.forEach(this::rebuild);
        bustle.awaitMore();
        projections.forEach(this::awaitDone);
      }
      bustle.awaitMore();
    }

    var later = Town.phone(Bustle.newNumber());
    shop.book(shop.freeSlots(2).getLast(), later.number());
    later.awaitText("confirmed");
    assertThat(earlier.messages()).hasSize(heard);
    assertThat(namesOfMessages()).isNotEmpty().doesNotHaveDuplicates();
    projections.forEach(this::awaitCaughtUp);
  }

  private List<String> projections() {
    return admin
        .get("/api/admin/projections")
        .expect(200)
        .body()
        .path("projections")
        .valueStream()
        .map(projection -> projection.path("name").asString())
        .toList();
  }

  private void rebuild(String projection) {
    admin.post(path(projection) + "/rebuild").expect(202);
  }

  private void awaitDone(String projection) {
    await().atMost(PATIENCE).until(() -> stand(projection).path("rebuild").has("endedAt"));
    JsonNode rebuild = stand(projection).path("rebuild");
    assertThat(rebuild.path("state").asString()).as("%s", rebuild).isEqualTo("DONE");
  }

  private void awaitCaughtUp(String projection) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(stand(projection).path("caughtUp").asBoolean()).as(projection).isTrue());
    assertThat(stand(projection).path("deadLetters").asInt()).isZero();
  }

  private JsonNode stand(String projection) {
    return admin.get(path(projection)).expect(200).body();
  }

  private static String path(String projection) {
    return "/api/admin/projections/" + projection;
  }

  /** A notification has the same name however often it is sent. */
  private static List<String> namesOfMessages() {
    return Town.quickstart().simulator().received().stream()
        .filter(message -> message.to().startsWith(Bustle.NUMBERS))
        .map(SentMessage::callbackData)
        .map(name -> name.orElse(""))
        .toList();
  }
}
