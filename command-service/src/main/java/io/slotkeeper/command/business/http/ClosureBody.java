package io.slotkeeper.command.business.http;

import static io.slotkeeper.platform.validation.Texts.stripped;
import static java.util.Objects.requireNonNull;

import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.platform.validation.DateText;
import io.slotkeeper.platform.validation.Dates;
import io.slotkeeper.platform.validation.IdKind;
import io.slotkeeper.platform.validation.IdText;
import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that is taken off the timetable.
 *
 * @param from first local date or local time
 * @param to last local date, or the local time that no longer belongs to it
 * @param resourceId the one resource that is closed; absent for all
 * @param reason what the business says of it
 */
@Span
record ClosureBody(
    @Required @DateText(orDateTime = true) @Nullable String from,
    @Required @DateText(orDateTime = true) @Nullable String to,
    @IdText(IdKind.RESOURCE) @Nullable String resourceId,
    @Text(max = 200) @Nullable String reason) {
  ClosureBody {
    reason = stripped(reason);
  }

  Closure closure(ClosureId closureId) {
    return new Closure(
        closureId,
        start(requireNonNull(from)),
        end(requireNonNull(to)),
        resourceId == null ? null : new ResourceId(resourceId),
        reason);
  }

  static LocalDateTime start(String text) {
    return Dates.parse(text)
        .map(LocalDate::atStartOfDay)
        .or(() -> Dates.parseDateTime(text))
        .orElseThrow();
  }

  static LocalDateTime end(String text) {
    return Dates.parse(text)
        .map(lastDay -> lastDay.plusDays(1).atStartOfDay())
        .or(() -> Dates.parseDateTime(text))
        .orElseThrow();
  }
}
