package io.slotkeeper.command.business.http;

import io.slotkeeper.api.Ids;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.business.http.BusinessAnswers.BusinessRegistered;
import io.slotkeeper.command.business.http.BusinessAnswers.ResourceAnswer;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.command.http.QueryApi;
import io.slotkeeper.platform.security.OwnerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegistrationController {
  private final Commands commands;
  private final Ids ids;
  private final OwnerKeys ownerKeys;
  private final QueryApi queryApi;

  RegistrationController(Commands commands, Ids ids, OwnerKeys ownerKeys, QueryApi queryApi) {
    this.commands = commands;
    this.ids = ids;
    this.ownerKeys = ownerKeys;
    this.queryApi = queryApi;
  }

  @PostMapping(
      path = "/api/businesses",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BusinessRegistered> register(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody RegistrationBody body) {
    IfMatch.requireNone(ifMatch);
    var businessId = ids.newBusinessId();
    var key = ownerKeys.newKey(businessId);
    var command = body.command(businessId, ids, key.hash());
    return commands.send(
        command,
        null,
        version ->
            Answers.created(
                queryApi.business(businessId),
                businessId,
                version,
                new BusinessRegistered(
                    businessId,
                    key.text(),
                    command.resources().stream().map(ResourceAnswer::of).toList(),
                    version)));
  }
}
