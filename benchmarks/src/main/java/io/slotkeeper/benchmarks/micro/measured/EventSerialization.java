package io.slotkeeper.benchmarks.micro.measured;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.benchmarks.growth.year.StoreWriter;
import io.slotkeeper.platform.privacy.CustomerKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The largest event there is many of, to JSON and back. */
@State(Scope.Benchmark)
public class EventSerialization {
  private static final Instant NOW = Instant.parse("2026-11-02T07:00:00Z");

  private final Serializer serializer = StoreWriter.serializer();
  private final BookingRequested event = event();
  private final SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);

  private static BookingRequested event() {
    var ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
    var slot = new SlotId(ids.newBusinessId(), ids.newResourceId(), NOW);
    CustomerId customer = ids.newCustomerId();
    var key = new CustomerKey(customer, new byte[32]);
    return new BookingRequested(
        ids.newBookingId().value(),
        slot.businessId().value(),
        slot.resourceId().value(),
        slot.toString(),
        NOW,
        NOW.plusSeconds(1800),
        NOW,
        customer.value(),
        key.seal("Benchmark Customer"),
        key.seal("+34600000000"),
        null,
        NOW,
        "I agree to receive WhatsApp messages about this booking.",
        "MANUAL",
        List.of("PT24H", "PT2H"));
  }

  /** To bytes. */
  @Benchmark
  public SerializedObject<byte[]> write() {
    return serializer.serialize(event, byte[].class);
  }

  /** From bytes. */
  @Benchmark
  public Object read() {
    return serializer.<byte[], Object>deserialize(stored);
  }
}
