package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.platform.commands.DetachedCommands;
import io.slotkeeper.quickstart.architecture.Refused;

@Refused
record SendsDetachedCommands(DetachedCommands other) {}
