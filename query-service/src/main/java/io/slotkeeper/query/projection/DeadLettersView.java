package io.slotkeeper.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that projections could not take, longest untouched first.
 *
 * @param total how many there are; of very many only the first are shown
 */
public record DeadLettersView(long total, List<LetterView> letters) {

  /**
   * One event.
   *
   * @param group the projection
   * @param sequence the aggregate, whose later events wait behind this one
   * @param index in the sequence; only the first of each is tried
   * @param event its name in the store
   * @param version its sequence number
   * @param cause why it waits; absent where it waits for an earlier one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LetterView(
      String group,
      String sequence,
      long index,
      String event,
      long version,
      @Nullable String cause,
      Instant enqueuedAt) {}
}
