package io.slotkeeper.command.customer.http;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.customer.CustomerCommand;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomer;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomerOf;
import io.slotkeeper.api.customer.CustomerReceipt;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** No answer shows the version of a customer, so there is none that a caller could expect. */
@RestController
class ErasureController {
  private final Commands commands;

  ErasureController(Commands commands) {
    this.commands = commands;
  }

  @PostMapping(
      path = "/api/businesses/{businessId}/customers/erase",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CustomerReceipt> erase(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody EraseBody body) {
    return erased(new EraseCustomer(businessId, body.checkedPhone()), ifMatch);
  }

  @PostMapping(
      path = "/api/bookings/{bookingId}/erase-customer",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CustomerReceipt> eraseMe(
      @PathVariable BookingId bookingId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return erased(new EraseCustomerOf(bookingId), ifMatch);
  }

  private ResponseEntity<CustomerReceipt> erased(
      CustomerCommand command, @Nullable String ifMatch) {
    IfMatch.requireNone(ifMatch);
    return commands.send(
        command, receipt -> Answers.changed(receipt.customerId(), receipt.version(), receipt));
  }
}
