package io.slotkeeper.command.slot.http;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotCommand;
import io.slotkeeper.api.slot.SlotCommand.BlockSlot;
import io.slotkeeper.api.slot.SlotCommand.UnblockSlot;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.http.Answers;
import io.slotkeeper.command.http.IfMatch;
import io.slotkeeper.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/slots/{slotId}", produces = MediaType.APPLICATION_JSON_VALUE)
class SlotController {
  private final Commands commands;

  SlotController(Commands commands) {
    this.commands = commands;
  }

  @PostMapping("/block")
  ResponseEntity<SlotChanged> block(
      @PathVariable String slotId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new BlockSlot(idOf(slotId)), ifMatch);
  }

  @PostMapping("/unblock")
  ResponseEntity<SlotChanged> unblock(
      @PathVariable String slotId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(new UnblockSlot(idOf(slotId)), ifMatch);
  }

  private ResponseEntity<SlotChanged> changed(
      SlotCommand.ByOwner command, @Nullable String ifMatch) {
    var slotId = command.slotId();
    return commands.send(
        command,
        IfMatch.version(ifMatch),
        version -> Answers.changed(slotId, version, new SlotChanged(slotId, version)));
  }

  private static SlotId idOf(String slotId) {
    try {
      return SlotId.parse(slotId);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }

  /** The slot has this version now. */
  record SlotChanged(SlotId slotId, long version) {}
}
