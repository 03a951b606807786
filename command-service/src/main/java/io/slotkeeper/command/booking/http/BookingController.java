package io.slotkeeper.command.booking.http;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingCommand;
import io.slotkeeper.api.booking.BookingCommand.CancelBooking;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.MarkNoShow;
import io.slotkeeper.api.booking.BookingCommand.RejectBooking;
import io.slotkeeper.api.booking.BookingCommand.RescheduleBooking;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/bookings/{bookingId}", produces = MediaType.APPLICATION_JSON_VALUE)
class BookingController {
  private final Commands commands;

  BookingController(Commands commands) {
    this.commands = commands;
  }

  @PostMapping("/confirm")
  ResponseEntity<BookingReceipt> confirm(
      @PathVariable BookingId bookingId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new ConfirmBooking(bookingId), ifMatch);
  }

  @PostMapping(path = "/reject", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookingReceipt> reject(
      @PathVariable BookingId bookingId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    return changed(new RejectBooking(bookingId, ReasonBody.reasonIn(body)), ifMatch);
  }

  @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookingReceipt> cancel(
      @PathVariable BookingId bookingId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    return changed(new CancelBooking(bookingId, actor(caller), ReasonBody.reasonIn(body)), ifMatch);
  }

  @PostMapping(path = "/reschedule", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BookingReceipt> reschedule(
      @PathVariable BookingId bookingId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller,
      @RequestBody RescheduleBody body) {
    return changed(new RescheduleBooking(bookingId, actor(caller), body.checkedSlotId()), ifMatch);
  }

  @PostMapping("/complete")
  ResponseEntity<BookingReceipt> complete(
      @PathVariable BookingId bookingId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new CompleteBooking(bookingId), ifMatch);
  }

  @PostMapping("/no-show")
  ResponseEntity<BookingReceipt> noShow(
      @PathVariable BookingId bookingId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new MarkNoShow(bookingId), ifMatch);
  }

  private ResponseEntity<BookingReceipt> changed(BookingCommand command, @Nullable String ifMatch) {
    return commands.send(
        command,
        IfMatch.version(ifMatch),
        receipt -> Answers.changed(receipt.bookingId(), receipt.version(), receipt));
  }

  private static Actor actor(Caller caller) {
    return switch (caller) {
      case Caller.Customer customer -> Actor.CUSTOMER;
      case Caller.Owner owner -> Actor.BUSINESS;
      case Caller.Admin admin -> throw ProblemException.notFound();
      case Caller.Anonymous anyone -> throw ProblemException.notFound();
    };
  }
}
