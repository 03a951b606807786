package io.slotkeeper.quickstart.architecture.counterexamples.nothingisinjectedintofields;

import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@Refused
final class WiredField {
  @Autowired String wired = "";
}
