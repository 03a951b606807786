package io.slotkeeper.query.cache;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By the tokens that the projections store with their rows. */
@Component
class TokenPositions implements Positions {
  private final JdbcClient jdbc;
  private final Serializer serializer;

  TokenPositions(JdbcClient jdbc, Serializer serializer) {
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  @Override
  public long contained(Collection<String> projections) {
    var segments =
        jdbc.sql(
                """
                SELECT processorName, token, tokenType FROM query.TokenEntry
                 WHERE processorName IN (:projections)
                """)
            .param("projections", projections)
            .query(
                (row, number) ->
                    new Segment(
                        row.getString("processorName"),
                        position(row.getBytes("token"), row.getString("tokenType"))))
            .list();
    return projections.stream().mapToLong(name -> lowest(name, segments)).min().orElse(NOTHING);
  }

  private static long lowest(String projection, List<Segment> segments) {
    return segments.stream()
        .filter(segment -> segment.projection().equals(projection))
        .mapToLong(Segment::position)
        .min()
        .orElse(NOTHING);
  }

  private long position(byte @Nullable [] bytes, @Nullable String type) {
    if (bytes == null || type == null) {
      return NOTHING;
    }
    TrackingToken read =
        serializer.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, type, null));
    if (read instanceof GapAwareTrackingToken token) {
      return token.hasGaps() ? token.getGaps().first() - 1 : token.getIndex();
    }
    // A replay has rows of the past.
    return NOTHING;
  }

  private record Segment(String projection, long position) {}
}
