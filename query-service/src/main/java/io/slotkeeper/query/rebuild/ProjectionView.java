package io.slotkeeper.query.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a projection stands.
 *
 * @param version of the rules that this node has
 * @param servedVersion of the rules that have filled what serves
 * @param position number of the last event that its processor is known to have passed
 * @param newest number of the newest event
 * @param caughtUp whether it has handled every event that concerns it
 * @param deadLetters events that it could not take, or that wait for such a one
 * @param rebuild the latest one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionView(
    String name,
    int version,
    int servedVersion,
    long position,
    long newest,
    boolean caughtUp,
    long deadLetters,
    @Nullable Rebuild rebuild) {

  /** All projections. */
  record Page(List<ProjectionView> projections) {}

  /** Whether a rebuild goes on. */
  boolean isRebuilding() {
    return rebuild != null && !rebuild.ended();
  }
}
