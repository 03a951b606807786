package io.slotkeeper.api.timetable;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of local time in which a business, or one of its resources, offers nothing.
 *
 * @param closureId names it
 * @param from first local moment of it
 * @param to the local moment that no longer belongs to it, after from
 * @param resourceId the one resource that is closed; absent for the whole business
 * @param reason what the business says of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Closure(
    ClosureId closureId,
    LocalDateTime from,
    LocalDateTime to,
    @Nullable ResourceId resourceId,
    @Nullable String reason) {
  /**
   * Accepts a stretch that is not empty.
   *
   * @throws IllegalArgumentException where the end is not after the start
   */
  public Closure {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("a closure ends after it starts");
    }
  }
}
