package io.slotkeeper.command.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each event has a file that says how it is stored. A change that breaks this test would break the
 * reading of what is stored already: add a revision and an upcaster instead of changing a file.
 */
class GoldenEventsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final NamedJsonSerializer serializer =
      new NamedJsonSerializer(
          EventNames.of(
              EventCatalog.entries().stream()
                  .map(entry -> new EventName(entry.name(), entry.revision(), entry.type()))
                  .toList()));

  @ParameterizedTest
  @MethodSource("entries")
  void isStoredAsItsFileSays(EventCatalog.Entry entry) throws IOException {
    var stored = serializer.serialize(SampleEvents.of(entry.type()), byte[].class);

    assertThat(stored.getType().getName()).isEqualTo(entry.name());
    assertThat(stored.getType().getRevision()).isEqualTo(entry.revision());
    assertThat(json(stored.getData())).isEqualTo(json(file(entry)));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isReadBackFromItsFile(EventCatalog.Entry entry) throws IOException {
    var stored =
        new SimpleSerializedObject<>(file(entry), byte[].class, entry.name(), entry.revision());

    Object event = serializer.deserialize(stored);

    assertThat(event).isEqualTo(SampleEvents.of(entry.type()));
  }

  @Test
  void readsABookingFromBeforeThereWereReminders() throws IOException {
    var json = (ObjectNode) JSON.readTree(file(entry(BookingRequested.class)));
    json.remove(List.of("approval", "reminders"));
    var stored =
        new SimpleSerializedObject<>(
            json.toString().getBytes(StandardCharsets.UTF_8),
            byte[].class,
            "booking.requested",
            "1");

    BookingRequested event = serializer.deserialize(stored);

    assertThat(event.reminders()).isNull();
  }

  @Test
  void coversEveryEventThatThereIs() {
    assertThat(EventCatalog.entries().stream().<Class<?>>map(EventCatalog.Entry::type))
        .containsExactlyInAnyOrderElementsOf(SampleEvents.types());
  }

  static Stream<EventCatalog.Entry> entries() {
    return EventCatalog.entries().stream();
  }

  private static EventCatalog.Entry entry(Class<?> type) {
    return EventCatalog.entries().stream()
        .filter(entry -> entry.type() == type)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(byte[] text) {
    return JSON.readTree(text);
  }

  private static byte[] file(EventCatalog.Entry entry) throws IOException {
    var path = "/golden/%s.%s.json".formatted(entry.name(), entry.revision());
    try (InputStream in = GoldenEventsTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return in == null ? "".getBytes(StandardCharsets.UTF_8) : in.readAllBytes();
    }
  }
}
