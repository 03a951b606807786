package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import io.slotkeeper.platform.origin.Origin;
import java.util.Map;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/** Writes events down in the order in which they happen, as Axon's store would. */
final class Journal {
  private final World world;
  private final RowCopy rows;
  private final Serializer serializer;
  private long written;

  Journal(World world, RowCopy rows) {
    this.world = world;
    this.rows = rows;
    this.serializer = serializer();
  }

  /** The columns of a row, in their order here. */
  static String[] columns() {
    return new String[] {
      "globalIndex",
      "eventIdentifier",
      "aggregateIdentifier",
      "sequenceNumber",
      "type",
      "timeStamp",
      "payloadType",
      "payloadRevision",
      "payload",
      "metaData"
    };
  }

  /** The services' own. */
  static NamedJsonSerializer serializer() {
    return new NamedJsonSerializer(
        EventNames.of(
            EventCatalog.entries().stream()
                .map(entry -> new EventName(entry.name(), entry.revision(), entry.type()))
                .toList()));
  }

  /** What somebody asks for by HTTP. */
  Asked asked(String actor, String cause) {
    var id = world.chance().uuid();
    return asked(id, id, new Origin(actor, cause, world.ids().newCorrelation()));
  }

  /** What Slotkeeper does because of an event that came of something. */
  Asked following(String event, Asked before) {
    var origin = new Origin(Origin.SLOTKEEPER, "event:" + event, before.origin().correlation());
    return asked(world.chance().uuid(), before.trace(), origin);
  }

  /** What Slotkeeper does when a deadline comes that was set because of something. */
  Asked due(String deadline, Asked before) {
    var origin = before.origin().withCause("deadline:" + deadline);
    return asked(
        world.chance().uuid(),
        before.trace(),
        new Origin(Origin.SLOTKEEPER, origin.cause(), origin.correlation()));
  }

  private Asked asked(String id, String trace, Origin origin) {
    // The keys of Axon's MessageOriginProvider, which the command service has kept.
    var metadata =
        MetaData.from(origin.metadata()).mergedWith(Map.of("correlationId", id, "traceId", trace));
    return new Asked(id, trace, origin, serializer.serialize(metadata, byte[].class));
  }

  /** Appends what happens now; the identifier of the event. */
  String append(String type, String aggregate, long sequence, Object event, Asked asked) {
    var stored = serializer.serialize(event, byte[].class);
    var identifier = world.chance().uuid();
    written++;
    rows.row()
        .number(written)
        .text(identifier)
        .text(aggregate)
        .number(sequence)
        .text(type)
        .text(DateTimeUtils.formatInstant(world.now()))
        .text(stored.getType().getName())
        .text(stored.getType().getRevision())
        .bytes(stored.getData())
        .bytes(asked.metadata().getData());
    return identifier;
  }

  /** Events so far, which is also the number of the newest. */
  long written() {
    return written;
  }
}
