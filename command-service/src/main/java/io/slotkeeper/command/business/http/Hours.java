package io.slotkeeper.command.business.http;

import io.slotkeeper.api.timetable.OpeningRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns checked ranges into the domain's. */
final class Hours {
  /** Most ranges of one day. */
  static final int MOST = 48;

  private Hours() {}

  static List<OpeningRange> of(@Nullable List<RangeBody> bodies) {
    return bodies == null
        ? List.of()
        : bodies.stream().map(RangeBody::range).flatMap(Optional::stream).toList();
  }
}
