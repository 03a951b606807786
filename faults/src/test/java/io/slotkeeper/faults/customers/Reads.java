package io.slotkeeper.faults.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.platform.web.ConsistencyToken;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What customers read after each change, which must be as new as the change.
 *
 * @param mayFail whether nodes may be away or behind, so that there may be no answer
 */
record Reads(Cluster cluster, boolean mayFail, AtomicInteger count) {

  private static final int PATIENT_SECONDS = 10;
  private static final int IMPATIENT_SECONDS = 3;

  void compare(Booked booking, Answer change) {
    int patience = mayFail ? IMPATIENT_SECONDS : PATIENT_SECONDS;
    Answer read =
        cluster
            .queries()
            .within(Duration.ofSeconds(2L * patience))
            .as(booking.manageToken())
            .with(ConsistencyToken.HEADER, change.token())
            .with("Prefer", "wait=" + patience)
            .get(booking.path());
    if (mayFail && !read.decided()) {
      Patience.mayComeBack(read);
      return;
    }
    read.expect(200);
    assertThat(read.text("slotId")).isEqualTo(booking.slot());
    assertThat(read.text("status")).isEqualTo(booking.status());
    count.incrementAndGet();
  }
}
