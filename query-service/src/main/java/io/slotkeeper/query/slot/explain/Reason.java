package io.slotkeeper.query.slot.explain;

import io.slotkeeper.query.events.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule that decides about a slot.
 *
 * @param rule its name
 * @param words the same as a sentence
 * @param since from when on it holds
 * @param until when it stops to hold
 * @param event behind it
 */
record Reason(
    String rule,
    String words,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable StoredEvent<?> event) {

  static Reason of(String rule, String words) {
    return new Reason(rule, words, null, null, null);
  }

  Reason since(Instant instant) {
    return new Reason(rule, words, instant, until, event);
  }

  Reason until(@Nullable Instant instant) {
    return new Reason(rule, words, since, instant, event);
  }

  Reason behind(StoredEvent<?> stored) {
    return new Reason(rule, words, since, until, stored);
  }
}
