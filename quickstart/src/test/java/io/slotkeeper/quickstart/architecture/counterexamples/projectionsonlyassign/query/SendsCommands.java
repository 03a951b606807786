package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;

@Refused
@ProcessingGroup("slots")
record SendsCommands(CommandGateway other) {}
