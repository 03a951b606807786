package io.slotkeeper.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.query.ProjectionsAtWork;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;

/** What happens to an old node when a newer one has appended something. */
class UnknownEventTest extends ProjectionsAtWork {

  @Test
  void stopsTheProjectionOfItsFamilyAndNoOther() {
    var before = book(1);
    awaitCaughtUp();
    appendAsANewerVersion("voucher.issued", "vch_1", 0);
    appendAsANewerVersion("booking.rated", before.value(), 2);

    book(1);
    history.salon(history.newResource());
    append();

    await().atMost(PATIENCE).until(() -> processor("bookings").isError());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(caughtUp()).containsExactly("businesses", "notifications", "slots"));
    assertThat(List.of("businesses", "notifications", "slots"))
        .noneMatch(name -> processor(name).isError());
    assertThat(count("query.booking")).isOne();
    assertThat(count("query.business")).isEqualTo(2);
  }

  private List<String> caughtUp() {
    return admin
        .get("/api/admin/projections")
        .body()
        .path("projections")
        .valueStream()
        .filter(projection -> projection.path("caughtUp").asBoolean())
        .map(projection -> projection.path("name").asString())
        .toList();
  }

  private StreamingEventProcessor processor(String name) {
    return service
        .context()
        .getBean(EventProcessingConfiguration.class)
        .eventProcessor(name, StreamingEventProcessor.class)
        .orElseThrow();
  }

  private void appendAsANewerVersion(String name, String aggregate, int version) {
    service
        .jdbc()
        .sql(
            """
            INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier,
              sequenceNumber, type, timeStamp, payloadType, payloadRevision, payload, metaData)
            VALUES (?, ?, ?, 'Newer', '2026-03-01T12:00:00Z', ?, '1', '{}', '{}')
            """)
        .params(name, aggregate, version, name)
        .update();
  }
}
