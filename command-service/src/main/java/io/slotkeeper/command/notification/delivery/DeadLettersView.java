package io.slotkeeper.command.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters that wait, longest untouched first.
 *
 * @param total how many there are; of very many only the first are shown
 */
public record DeadLettersView(long total, List<LetterView> letters) {

  /**
   * One letter.
   *
   * @param group that handles it
   * @param sequence letters of one recipient, which go out in order; says nothing of their number
   * @param index in the sequence; only the first of each is tried
   * @param cause why it waits
   * @param tries attempts that WhatsApp did not take
   * @param dueAt when it is tried next; absent: at once
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LetterView(
      String group,
      String sequence,
      long index,
      String notificationId,
      @Nullable String cause,
      int tries,
      Instant enqueuedAt,
      @Nullable Instant dueAt) {}
}
