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
 * @param mayFail whether nodes may be away, so that there may be no answer
 */
record Reads(Cluster cluster, boolean mayFail, Patience patience, AtomicInteger count) {

  private static final int PATIENT_SECONDS = 10;
  private static final int IMPATIENT_SECONDS = 3;

  static Reads all(Cluster cluster, Patience patience) {
    return new Reads(cluster, false, patience, new AtomicInteger());
  }

  static Reads some(Cluster cluster, Patience patience) {
    return new Reads(cluster, true, patience, new AtomicInteger());
  }

  void compare(Booked booking, Answer change) {
    Answer read =
        mayFail
            ? read(booking, change, IMPATIENT_SECONDS)
            // Where nothing fails, it can only be that a busy machine has not come so far yet.
            : patience.askWhileBehind(booking.id(), () -> read(booking, change, PATIENT_SECONDS));
    if (mayFail && !read.decided()) {
      Patience.mayComeBack(read);
      return;
    }
    read.expect(200);
    assertThat(read.text("slotId")).isEqualTo(booking.slot());
    assertThat(read.text("status")).isEqualTo(booking.status());
    count.incrementAndGet();
  }

  private Answer read(Booked booking, Answer change, int seconds) {
    return cluster
        .queries()
        .within(Duration.ofSeconds(2L * seconds))
        .as(booking.manageToken())
        .with(ConsistencyToken.HEADER, change.token())
        .with("Prefer", "wait=" + seconds)
        .get(booking.path());
  }
}
