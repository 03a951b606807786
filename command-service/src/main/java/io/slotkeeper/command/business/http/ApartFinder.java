package io.slotkeeper.command.business.http;

import io.slotkeeper.api.timetable.WeeklyHours;
import io.slotkeeper.platform.validation.Flaw;
import io.slotkeeper.platform.validation.FlawFinder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ApartFinder extends FlawFinder<Apart, List<RangeBody>> {
  @Override
  protected @Nullable Flaw flawOf(List<RangeBody> bodies) {
    var ranges = bodies.stream().map(RangeBody::range).flatMap(Optional::stream).toList();
    try {
      WeeklyHours.inOrder(ranges);
      return Flaw.NONE;
    } catch (IllegalArgumentException e) {
      return new Flaw("overlapping", "must not have ranges that overlap");
    }
  }
}
