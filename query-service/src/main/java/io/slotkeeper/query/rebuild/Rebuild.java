package io.slotkeeper.query.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild of a projection.
 *
 * @param version of the rules that it fills by
 * @param cause what it was started for
 * @param done events that it has passed
 * @param total events that there are
 * @param eventsPerSecond over the last seconds
 * @param secondsLeft at that rate; absent while it cannot be told
 * @param reason why it failed, or was called off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rebuild(
    long rebuildId,
    String projection,
    int version,
    RebuildState state,
    String cause,
    OnDifference onDifference,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long done,
    long total,
    double eventsPerSecond,
    @Nullable Long secondsLeft,
    @Nullable String reason) {

  /** Whether nothing more will come of it. */
  boolean ended() {
    return endedAt != null;
  }
}
