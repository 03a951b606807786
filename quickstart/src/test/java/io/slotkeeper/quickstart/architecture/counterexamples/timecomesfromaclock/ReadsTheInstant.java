package io.slotkeeper.quickstart.architecture.counterexamples.timecomesfromaclock;

import io.slotkeeper.quickstart.architecture.Refused;
import java.time.Instant;

@Refused
final class ReadsTheInstant {
  Instant read() {
    return Instant.now();
  }
}
