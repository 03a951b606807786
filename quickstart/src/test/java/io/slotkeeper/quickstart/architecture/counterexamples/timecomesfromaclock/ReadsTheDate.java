package io.slotkeeper.quickstart.architecture.counterexamples.timecomesfromaclock;

import io.slotkeeper.quickstart.architecture.Refused;
import java.time.LocalDate;
import java.time.ZoneOffset;

@Refused
final class ReadsTheDate {
  LocalDate read() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
