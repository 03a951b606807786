package io.slotkeeper.admin.audit.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which events a processor has passed, by the tokens of its segments. Of which segment an event is
 * cannot be seen here, so an event is passed for sure, perhaps, or not.
 */
public final class Passed {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Token> tokens;

  private record Token(long index, Set<Long> gaps) {
    boolean covers(long event) {
      return event <= index && !gaps.contains(event);
    }
  }

  private Passed(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Of one processor.
   *
   * @param schema of the service that it is part of
   */
  public static Passed by(Snapshot snapshot, String schema, String processor) throws SQLException {
    List<Token> tokens = new ArrayList<>();
    var stored =
        snapshot.byId(
            "SELECT segment::text, token FROM %s.TokenEntry WHERE processorName = ANY (?)"
                .formatted(schema),
            List.of(processor),
            "segment",
            row -> {
              var token = row.getBytes("token");
              return token == null ? JSON.nullNode() : JSON.readTree(token);
            });
    stored.values().forEach(token -> addTo(tokens, token));
    return new Passed(List.copyOf(tokens));
  }

  /** Whether there is such a processor at all. */
  public boolean isKnown() {
    return !tokens.isEmpty();
  }

  /** Whether the event was passed, of whichever segment it is. */
  public boolean surely(long event) {
    return isKnown() && tokens.stream().allMatch(token -> token.covers(event));
  }

  /** Whether some segment has passed it. */
  public boolean perhaps(long event) {
    return tokens.stream().anyMatch(token -> token.covers(event));
  }

  /** Tokens of merged segments, or of a replay, are made of others. */
  private static void addTo(List<Token> tokens, JsonNode stored) {
    int before = tokens.size();
    if (stored.has("index")) {
      Set<Long> gaps = new HashSet<>();
      stored.path("gaps").forEach(gap -> gaps.add(gap.asLong()));
      tokens.add(new Token(stored.path("index").asLong(), gaps));
      return;
    }
    stored.values().stream().filter(JsonNode::isObject).forEach(part -> addTo(tokens, part));
    if (tokens.size() == before) {
      tokens.add(new Token(-1, Set.of()));
    }
  }
}
