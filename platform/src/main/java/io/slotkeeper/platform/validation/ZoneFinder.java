package io.slotkeeper.platform.validation;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

final class ZoneFinder extends FlawFinder<Zone, String> {
  @Override
  protected @Nullable Flaw flawOf(String text) {
    return ZoneId.getAvailableZoneIds().contains(text) && !text.startsWith("SystemV/")
        ? Flaw.NONE
        : new Flaw("unknown-time-zone", "must be an IANA time zone such as Europe/Madrid");
  }
}
