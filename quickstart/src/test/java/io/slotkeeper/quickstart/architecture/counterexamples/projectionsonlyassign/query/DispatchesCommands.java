package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.commandhandling.CommandBus;

@Refused
record DispatchesCommands(CommandBus other) {}
