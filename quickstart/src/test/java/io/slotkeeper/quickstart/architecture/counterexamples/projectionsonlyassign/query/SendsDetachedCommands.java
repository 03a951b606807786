package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.platform.commands.DetachedCommands;
import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.config.ProcessingGroup;

@Refused
@ProcessingGroup("slots")
record SendsDetachedCommands(DetachedCommands other) {}
