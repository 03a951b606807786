package io.slotkeeper.quickstart.architecture.counterexamples.noaggregateismarkeddeleted;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.modelling.command.AggregateLifecycle;

@Refused
final class DeletesItself {
  void handle() {
    AggregateLifecycle.markDeleted();
  }
}
