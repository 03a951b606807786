package io.slotkeeper.quickstart.architecture.counterexamples.onlycommandserviceappendsevents.platform;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;

@Refused
record PublishesToTheBus(EventBus bus) {
  void publish() {
    bus.publish(GenericEventMessage.asEventMessage("event"));
  }
}
