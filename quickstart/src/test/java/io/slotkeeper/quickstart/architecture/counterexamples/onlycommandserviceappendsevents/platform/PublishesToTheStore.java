package io.slotkeeper.quickstart.architecture.counterexamples.onlycommandserviceappendsevents.platform;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

@Refused
record PublishesToTheStore(EventStore store) {
  void publish() {
    store.publish(GenericEventMessage.asEventMessage("event"));
  }
}
