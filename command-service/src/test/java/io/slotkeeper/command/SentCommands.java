package io.slotkeeper.command;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** The one way in which the edge asks, for tests that put a node together by hand. */
public final class SentCommands {

  private SentCommands() {}

  public static Commands through(CommandGateway gateway) {
    return new GatewayCommands(gateway, new HotSpotGate());
  }
}
