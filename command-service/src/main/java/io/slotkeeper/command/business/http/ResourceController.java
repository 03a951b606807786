package io.slotkeeper.command.business.http;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.business.BusinessCommand.AddResource;
import io.slotkeeper.api.business.BusinessCommand.RenameResource;
import io.slotkeeper.api.business.BusinessCommand.RetireResource;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.business.http.BusinessAnswers.BusinessChanged;
import io.slotkeeper.command.business.http.BusinessAnswers.ResourceAdded;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.command.http.QueryApi;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(
    path = "/api/businesses/{businessId}/resources",
    produces = MediaType.APPLICATION_JSON_VALUE)
class ResourceController {
  private final Commands commands;
  private final Ids ids;
  private final QueryApi queryApi;

  ResourceController(Commands commands, Ids ids, QueryApi queryApi) {
    this.commands = commands;
    this.ids = ids;
    this.queryApi = queryApi;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ResourceAdded> add(
      @PathVariable BusinessId businessId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ResourceBody body) {
    var resourceId = ids.newResourceId();
    var name = body.checkedName();
    return commands.send(
        new AddResource(businessId, resourceId, name),
        IfMatch.version(ifMatch),
        version ->
            Answers.created(
                queryApi.business(businessId),
                businessId,
                version,
                new ResourceAdded(resourceId, name, version)));
  }

  @PatchMapping(path = "/{resourceId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BusinessChanged> rename(
      @PathVariable BusinessId businessId,
      @PathVariable ResourceId resourceId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ResourceBody body) {
    return changed(new RenameResource(businessId, resourceId, body.checkedName()), ifMatch);
  }

  @DeleteMapping("/{resourceId}")
  ResponseEntity<BusinessChanged> retire(
      @PathVariable BusinessId businessId,
      @PathVariable ResourceId resourceId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new RetireResource(businessId, resourceId), ifMatch);
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
