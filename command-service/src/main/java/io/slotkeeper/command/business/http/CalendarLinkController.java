package io.slotkeeper.command.business.http;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessCommand.RotateCalendarLink;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.business.http.BusinessAnswers.CalendarLinkRotated;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.platform.security.CalendarKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarLinkController {
  private static final String PATH = "/api/businesses/%s/calendar.ics?key=%s";

  private final Commands commands;
  private final CalendarKeys calendarKeys;

  CalendarLinkController(Commands commands, CalendarKeys calendarKeys) {
    this.commands = commands;
    this.calendarKeys = calendarKeys;
  }

  @PostMapping(
      path = "/api/businesses/{businessId}/calendar-link/rotate",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CalendarLinkRotated> rotate(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    var key = calendarKeys.newKey();
    return commands.send(
        new RotateCalendarLink(businessId, key.hash()),
        IfMatch.version(ifMatch),
        version ->
            Answers.changed(
                businessId,
                version,
                new CalendarLinkRotated(
                    businessId, PATH.formatted(businessId, key.text()), key.text(), version)));
  }
}
