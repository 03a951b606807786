package io.slotkeeper.command.booking.http;

import io.slotkeeper.api.Ids;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.command.http.QueryApi;
import io.slotkeeper.platform.security.ManageTokens;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NewBookingController {
  private final Commands commands;
  private final Ids ids;
  private final ManageTokens manageTokens;
  private final QueryApi queryApi;
  private final Clock clock;

  NewBookingController(
      Commands commands, Ids ids, ManageTokens manageTokens, QueryApi queryApi, Clock clock) {
    this.commands = commands;
    this.ids = ids;
    this.manageTokens = manageTokens;
    this.queryApi = queryApi;
    this.clock = clock;
  }

  @PostMapping(
      path = "/api/bookings",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookingMade> book(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody BookingBody body) {
    IfMatch.requireNone(ifMatch);
    var bookingId = ids.newBookingId();
    return commands.send(
        body.command(bookingId, clock.instant()),
        null,
        receipt ->
            Answers.created(
                queryApi.booking(bookingId),
                bookingId,
                receipt.version(),
                BookingMade.of(receipt, manageTokens.tokenOf(bookingId))));
  }
}
