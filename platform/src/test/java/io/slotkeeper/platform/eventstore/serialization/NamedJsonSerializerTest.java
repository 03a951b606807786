package io.slotkeeper.platform.eventstore.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.platform.toy.TicketEvent.Taken;
import io.slotkeeper.platform.toy.Toys;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamedJsonSerializerTest {

  private static final GapAwareTrackingToken TOKEN =
      GapAwareTrackingToken.newInstance(12, List.of(9L, 11L));

  private final NamedJsonSerializer serializer = new NamedJsonSerializer(Toys.names());

  @Test
  void writesAnEventUnderOurNameWithIsoTimes() {
    SerializedObject<String> written =
        serializer.serialize(new Taken("t1", 4, Toys.NOON), String.class);

    assertThat(written.getType().getName()).isEqualTo("ticket.taken");
    assertThat(written.getData()).contains("\"2026-03-01T12:00:00Z\"").doesNotContain("@class");
    assertThat(serializer.<String, Taken>deserialize(written))
        .isEqualTo(new Taken("t1", 4, Toys.NOON));
  }

  @Test
  void readsAnEventThatHasLostAPropertySince() {
    Taken read =
        serializer.deserialize(
            stored("{\"ticket\":\"t1\",\"counter\":4,\"at\":\"2026-03-01T12:00:00Z\",\"hue\":7}"));

    assertThat(read).isEqualTo(new Taken("t1", 4, Toys.NOON));
  }

  static Stream<TrackingToken> tokens() {
    return Stream.of(
        TOKEN,
        ReplayToken.createReplayToken(TOKEN, null),
        ReplayToken.createReplayToken(TOKEN, GapAwareTrackingToken.newInstance(3, List.of())),
        ReplayToken.createReplayToken(TOKEN, null, new ResetReason("colour added")),
        MergedTrackingToken.merged(TOKEN, GapAwareTrackingToken.newInstance(20, List.of())),
        new GlobalSequenceTrackingToken(5));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void readsBackEveryToken(TrackingToken token) {
    SerializedObject<byte[]> written = serializer.serialize(token, byte[].class);

    assertThat(written.getType().getName()).isEqualTo(token.getClass().getName());
    assertThat(serializer.<byte[], TrackingToken>deserialize(written)).isEqualTo(token);
  }

  @Test
  void readsBackMetaData() {
    MetaData metaData = MetaData.with("correlationId", "c-1").and("attempt", 2);

    SerializedObject<byte[]> written = serializer.serialize(metaData, byte[].class);

    assertThat(serializer.<byte[], MetaData>deserialize(written)).isEqualTo(metaData);
  }

  @Test
  void stopsAtATypeThatNobodyKnows() {
    assertThatThrownBy(
            () -> serializer.classForType(new SimpleSerializedType("ticket.exploded", null)))
        .isInstanceOf(UnknownEventType.class)
        .hasMessageContaining("ticket.exploded");
  }

  @Test
  void stopsAtARevisionThatNoUpcasterHasBroughtUpToDate() {
    assertThatThrownBy(() -> serializer.classForType(new SimpleSerializedType("ticket.taken", "7")))
        .isInstanceOf(UnknownEventType.class)
        .hasMessageContaining("revision 7");
  }

  @Test
  void refusesTwoEventsOfOneName() {
    assertThatThrownBy(
            () ->
                EventNames.of(
                    List.of(
                        new EventName("same", null, String.class),
                        new EventName("same", null, Long.class))))
        .hasMessageContaining("same");
  }

  record ResetReason(String text) {}

  private static SerializedObject<String> stored(String json) {
    return new SimpleSerializedObject<>(json, String.class, "ticket.taken", null);
  }
}
