package io.slotkeeper.quickstart.architecture.counterexamples.nothingisinjectedintofields;

import io.slotkeeper.quickstart.architecture.Refused;
import jakarta.annotation.Resource;

@Refused
final class ResourceField {
  @Resource String wired = "";
}
