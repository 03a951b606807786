package io.slotkeeper.quickstart.architecture.counterexamples.idsandchancecomefromoneplace;

import io.slotkeeper.quickstart.architecture.Refused;
import java.util.UUID;

@Refused
final class DrawsUuids {
  UUID draw() {
    return UUID.randomUUID();
  }
}
