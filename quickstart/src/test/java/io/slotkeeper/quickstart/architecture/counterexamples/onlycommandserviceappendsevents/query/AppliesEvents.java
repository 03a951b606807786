package io.slotkeeper.quickstart.architecture.counterexamples.onlycommandserviceappendsevents.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.modelling.command.AggregateLifecycle;

@Refused
final class AppliesEvents {
  void apply() {
    AggregateLifecycle.apply("event");
  }
}
