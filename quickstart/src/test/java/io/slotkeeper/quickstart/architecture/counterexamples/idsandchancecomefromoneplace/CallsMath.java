package io.slotkeeper.quickstart.architecture.counterexamples.idsandchancecomefromoneplace;

import io.slotkeeper.quickstart.architecture.Refused;

@Refused
final class CallsMath {
  double draw() {
    return Math.random();
  }
}
