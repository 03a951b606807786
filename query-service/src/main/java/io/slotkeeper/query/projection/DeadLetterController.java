package io.slotkeeper.query.projection;

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

/** What projections could not take, for whoever has to look after it. */
@RestController
@RequestMapping(path = "/api/admin/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
class DeadLetterController {
  private final Projections projections;
  private final DeadLetters letters;

  DeadLetterController(Projections projections, DeadLetters letters) {
    this.projections = projections;
    this.letters = letters;
  }

  /** How many letters a call changed. */
  record Changed(int letters) {}

  @GetMapping
  DeadLettersView list() {
    return letters.list();
  }

  @PostMapping("/{group}/retry")
  ResponseEntity<Changed> retry(@PathVariable String group) {
    requireKnown(group);
    return IdempotentCall.onceApart(() -> ResponseEntity.ok(new Changed(letters.retry(group))));
  }

  @DeleteMapping("/{group}/{sequence}")
  Changed discard(@PathVariable String group, @PathVariable String sequence) {
    requireKnown(group);
    int discarded = letters.discard(group, sequence);
    if (discarded == 0) {
      throw ProblemException.notFound();
    }
    return new Changed(discarded);
  }

  private void requireKnown(String group) {
    if (projections.named(group).isEmpty()) {
      throw ProblemException.notFound();
    }
  }
}
