package io.slotkeeper.quickstart.architecture.counterexamples.idsandchancecomefromoneplace;

import io.slotkeeper.quickstart.architecture.Refused;
import java.util.Random;

@Refused
final class RollsDice {
  Random draw() {
    return new Random();
  }
}
