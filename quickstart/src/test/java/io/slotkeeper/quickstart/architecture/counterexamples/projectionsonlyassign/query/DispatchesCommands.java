package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ProcessingGroup;

@Refused
@ProcessingGroup("slots")
record DispatchesCommands(CommandBus other) {}
