package io.slotkeeper.query.calendar;

import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.query.PathIds;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of a business, for whoever has its secret link. */
@RestController
class CalendarController {
  private static final MediaType ICALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final CalendarFeed feed;

  CalendarController(CalendarFeed feed) {
    this.feed = feed;
  }

  @GetMapping("/api/businesses/{businessId}/calendar.ics")
  ResponseEntity<byte[]> calendar(
      @PathVariable String businessId, @RequestParam(required = false) @Nullable String key) {
    var calendar =
        feed.of(PathIds.business(businessId), key).orElseThrow(ProblemException::notFound);
    return ResponseEntity.ok()
        .contentType(ICALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=calendar.ics")
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(DigestUtils.md5DigestAsHex(calendar))
        .body(calendar);
  }
}
