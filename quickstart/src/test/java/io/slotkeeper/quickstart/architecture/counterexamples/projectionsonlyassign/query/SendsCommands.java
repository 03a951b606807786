package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.commandhandling.gateway.CommandGateway;

@Refused
record SendsCommands(CommandGateway other) {}
