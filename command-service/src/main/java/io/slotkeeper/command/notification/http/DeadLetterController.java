package io.slotkeeper.command.notification.http;

import io.slotkeeper.command.notification.delivery.DeadLetters;
import io.slotkeeper.command.notification.delivery.DeadLettersView;
import io.slotkeeper.platform.idempotency.IdempotentCall;
import io.slotkeeper.platform.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/admin/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
class DeadLetterController {

  /** How many letters a call changed. */
  record Changed(int letters) {}

  private final DeadLetters letters;

  DeadLetterController(DeadLetters letters) {
    this.letters = letters;
  }

  @GetMapping
  DeadLettersView list() {
    return letters.list();
  }

  @PostMapping("/{group}/retry")
  ResponseEntity<Changed> retry(@PathVariable String group) {
    requireKnown(group);
    return IdempotentCall.once(() -> ResponseEntity.ok(new Changed(letters.retry())));
  }

  @DeleteMapping("/{group}/{sequence}")
  Changed discard(@PathVariable String group, @PathVariable String sequence) {
    requireKnown(group);
    int discarded = letters.discard(sequence);
    if (discarded == 0) {
      throw ProblemException.notFound();
    }
    return new Changed(discarded);
  }

  private static void requireKnown(String group) {
    if (!group.equals(DeadLetters.GROUP)) {
      throw ProblemException.notFound();
    }
  }
}
