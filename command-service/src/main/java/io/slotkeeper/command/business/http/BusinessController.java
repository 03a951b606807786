package io.slotkeeper.command.business.http;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.business.BusinessCommand.CloseBusiness;
import io.slotkeeper.api.business.BusinessCommand.ResumeBusiness;
import io.slotkeeper.api.business.BusinessCommand.RotateApiKey;
import io.slotkeeper.api.business.BusinessCommand.SetBookingPolicy;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.business.http.BusinessAnswers.ApiKeyRotated;
import io.slotkeeper.command.business.http.BusinessAnswers.BusinessChanged;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.platform.security.OwnerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/businesses/{businessId}", produces = MediaType.APPLICATION_JSON_VALUE)
class BusinessController {
  private final Commands commands;
  private final OwnerKeys ownerKeys;

  BusinessController(Commands commands, OwnerKeys ownerKeys) {
    this.commands = commands;
    this.ownerKeys = ownerKeys;
  }

  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BusinessChanged> changeProfile(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ProfileBody body) {
    return changed(body.command(businessId), ifMatch);
  }

  @PutMapping(path = "/policy", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BusinessChanged> setPolicy(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody PolicyBody body) {
    return changed(new SetBookingPolicy(businessId, body.policy()), ifMatch);
  }

  @PostMapping("/suspend")
  ResponseEntity<BusinessChanged> suspend(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new SuspendBusiness(businessId), ifMatch);
  }

  @PostMapping("/resume")
  ResponseEntity<BusinessChanged> resume(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new ResumeBusiness(businessId), ifMatch);
  }

  @PostMapping("/close")
  ResponseEntity<BusinessChanged> close(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new CloseBusiness(businessId), ifMatch);
  }

  @PostMapping("/api-key/rotate")
  ResponseEntity<ApiKeyRotated> rotateKey(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    var key = ownerKeys.newKey(businessId);
    return commands.send(
        new RotateApiKey(businessId, key.hash()),
        IfMatch.version(ifMatch),
        version ->
            Answers.changed(
                businessId, version, new ApiKeyRotated(businessId, key.text(), version)));
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
