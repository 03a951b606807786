package io.slotkeeper.quickstart.architecture.counterexamples.timecomesfromaclock;

import io.slotkeeper.quickstart.architecture.Refused;
import java.time.Clock;

@Refused
final class MakesItsOwnClock {
  Clock read() {
    return Clock.systemUTC();
  }
}
