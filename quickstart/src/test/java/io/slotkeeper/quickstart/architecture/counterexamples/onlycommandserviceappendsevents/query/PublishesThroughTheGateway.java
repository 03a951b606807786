package io.slotkeeper.quickstart.architecture.counterexamples.onlycommandserviceappendsevents.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.eventhandling.gateway.EventGateway;

@Refused
record PublishesThroughTheGateway(EventGateway gateway) {
  void publish() {
    gateway.publish("event");
  }
}
