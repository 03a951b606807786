package io.slotkeeper.query.example;

import io.slotkeeper.query.projection.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a customer waits for the owner's answer.
 *
 * @param since when it was asked for
 * @param until when there was an answer, or no need of one; absent while the customer waits
 */
record WaitRow(String id, String businessId, Instant since, @Nullable Instant until, long version)
    implements Row {

  WaitRow askedAgain(Instant at, long version) {
    return new WaitRow(id, businessId, at, null, version);
  }

  WaitRow over(Instant at, long version) {
    return new WaitRow(id, businessId, since, until == null ? at : until, version);
  }

  @Nullable Long seconds() {
    return until == null ? null : Duration.between(since, until).toSeconds();
  }
}
