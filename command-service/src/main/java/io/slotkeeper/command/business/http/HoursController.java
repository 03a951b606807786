package io.slotkeeper.command.business.http;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.business.BusinessCommand.AddClosure;
import io.slotkeeper.api.business.BusinessCommand.ClearSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.RemoveClosure;
import io.slotkeeper.api.business.BusinessCommand.SetOpeningHours;
import io.slotkeeper.api.business.BusinessCommand.SetSpecialHours;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.business.http.BusinessAnswers.BusinessChanged;
import io.slotkeeper.command.business.http.BusinessAnswers.ClosureAdded;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.command.http.QueryApi;
import io.slotkeeper.platform.validation.Dates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/businesses/{businessId}", produces = MediaType.APPLICATION_JSON_VALUE)
class HoursController {
  private final Commands commands;
  private final Ids ids;
  private final QueryApi queryApi;

  HoursController(Commands commands, Ids ids, QueryApi queryApi) {
    this.commands = commands;
    this.ids = ids;
    this.queryApi = queryApi;
  }

  @PutMapping(path = "/opening-hours", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BusinessChanged> setOpeningHours(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody OpeningHoursBody body) {
    return changed(new SetOpeningHours(businessId, body.hours()), ifMatch);
  }

  @PutMapping(path = "/special-hours/{date}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BusinessChanged> setSpecialHours(
      @PathVariable BusinessId businessId,
      @PathVariable String date,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody SpecialHoursBody body) {
    return changed(new SetSpecialHours(businessId, dateOf(date), Hours.of(body.ranges())), ifMatch);
  }

  @DeleteMapping("/special-hours/{date}")
  ResponseEntity<BusinessChanged> clearSpecialHours(
      @PathVariable BusinessId businessId,
      @PathVariable String date,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new ClearSpecialHours(businessId, dateOf(date)), ifMatch);
  }

  @PostMapping(path = "/closures", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ClosureAdded> addClosure(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ClosureBody body) {
    var closureId = ids.newClosureId();
    var command = new AddClosure(businessId, body.closure(closureId));
    return commands.send(
        command,
        IfMatch.version(ifMatch),
        version ->
            Answers.created(
                queryApi.business(businessId),
                businessId,
                version,
                new ClosureAdded(closureId, version)));
  }

  @DeleteMapping("/closures/{closureId}")
  ResponseEntity<BusinessChanged> removeClosure(
      @PathVariable BusinessId businessId,
      @PathVariable ClosureId closureId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new RemoveClosure(businessId, closureId), ifMatch);
  }

  private static LocalDate dateOf(String date) {
    return Dates.parseParameter("date", date);
  }

  private ResponseEntity<BusinessChanged> changed(
      BusinessCommand command, @Nullable String ifMatch) {
    var businessId = command.businessId();
    return commands.send(
        command,
        IfMatch.version(ifMatch),
        version -> Answers.changed(businessId, version, new BusinessChanged(businessId, version)));
  }
}
