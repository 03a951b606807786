package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.terminal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody was told of a booking.
 *
 * @param slotId that it had then
 * @param status that it had then
 */
public record Acknowledged(String bookingId, String slotId, String status) {
  private static final Pattern LINE = Pattern.compile("(bkg_\\S+)\\s+(slt_\\S+)\\s+([A-Z_]+)");

  /** Reads a file, a line for each; blank lines and those that begin with # count for nothing. */
  public static List<Acknowledged> in(Path file) {
    List<Acknowledged> all = new ArrayList<>();
    try {
      for (var line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          all.add(of(file, line.strip()));
        }
      }
    } catch (IOException e) {
      throw new Unusable("%s cannot be read".formatted(file));
    }
    return all;
  }

  private static Acknowledged of(Path file, String line) {
    var match = LINE.matcher(line);
    if (!match.matches()) {
      throw new Unusable("%s has a line that is not: booking slot STATUS".formatted(file));
    }
    return new Acknowledged(match.group(1), match.group(2), match.group(3));
  }
}
