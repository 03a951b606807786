package io.slotkeeper.quickstart.architecture.counterexamples.nothingisinjectedintofields;

import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.beans.factory.annotation.Value;

@Refused
final class ConfiguredField {
  @Value("${port}")
  String port = "";
}
