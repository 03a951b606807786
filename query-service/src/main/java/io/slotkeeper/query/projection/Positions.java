package io.slotkeeper.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Where processors are, whichever node runs them. */
@Component
public class Positions {
  private final JdbcOperations jdbc;
  private final Serializer serializer;

  Positions(JdbcOperations jdbc, Serializer serializer) {
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  /** The positions of all processors that have begun, as they are committed now. */
  public Map<String, Position> now() {
    Map<String, List<GapAwareTrackingToken>> segments = new HashMap<>();
    Map<String, Position> positions = new HashMap<>();
    jdbc.query(
        "SELECT processorName, token, tokenType FROM query.TokenEntry",
        row -> {
          var name = row.getString("processorName");
          var token = token(row);
          if (token == null) {
            // A segment that has not begun holds the whole back.
            positions.put(name, Position.START);
          } else {
            segments.computeIfAbsent(name, any -> new ArrayList<>()).add(token);
          }
        });
    segments.forEach((name, tokens) -> positions.putIfAbsent(name, Position.of(tokens)));
    return positions;
  }

  /** The position of one processor. */
  public Position of(String processor) {
    return now().getOrDefault(processor, Position.START);
  }

  private @Nullable GapAwareTrackingToken token(ResultSet row) throws SQLException {
    var stored = row.getBytes("token");
    if (stored == null) {
      return null;
    }
    TrackingToken token =
        serializer.deserialize(
            new SimpleSerializedObject<>(stored, byte[].class, row.getString("tokenType"), null));
    return WrappedToken.unwrap(token, GapAwareTrackingToken.class).orElse(null);
  }
}
