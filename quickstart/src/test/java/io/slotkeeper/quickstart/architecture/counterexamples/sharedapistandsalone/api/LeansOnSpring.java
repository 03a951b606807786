package io.slotkeeper.quickstart.architecture.counterexamples.sharedapistandsalone.api;

import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.util.StringUtils;

@Refused
final class LeansOnSpring {
  boolean blank(String text) {
    return !StringUtils.hasText(text);
  }
}
