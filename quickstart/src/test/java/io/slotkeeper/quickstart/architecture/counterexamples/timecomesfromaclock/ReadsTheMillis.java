package io.slotkeeper.quickstart.architecture.counterexamples.timecomesfromaclock;

import io.slotkeeper.quickstart.architecture.Refused;

@Refused
final class ReadsTheMillis {
  long read() {
    return System.currentTimeMillis();
  }
}
