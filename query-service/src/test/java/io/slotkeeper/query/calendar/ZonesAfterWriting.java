package io.slotkeeper.query.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says which zones a JVM has gained by writing calendars. */
final class ZonesAfterWriting {
  private ZonesAfterWriting() {}

  public static void main(String[] args) {
    var before = Set.copyOf(ZoneId.getAvailableZoneIds());
    var overlap = Instant.parse("2026-10-25T01:00:00Z");
    for (var zone : List.of("Europe/Madrid", "Etc/UTC", "Africa/Casablanca")) {
      CalendarScene.write(
          CalendarScene.business("Salon", zone, "Chair"),
          Instant.parse("2026-09-02T11:00:00Z"),
          List.of(CalendarScene.at(overlap), CalendarScene.at(overlap.plusSeconds(86_400))));
    }
    var added = new TreeSet<>(ZoneId.getAvailableZoneIds());
    added.removeAll(before);
    System.out.println("zones added: " + added);
  }
}
