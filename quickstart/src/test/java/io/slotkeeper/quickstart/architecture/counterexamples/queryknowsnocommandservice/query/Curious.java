package io.slotkeeper.quickstart.architecture.counterexamples.queryknowsnocommandservice.query;

import io.slotkeeper.quickstart.architecture.Refused;
import io.slotkeeper.quickstart.architecture.counterexamples.queryknowsnocommandservice.command.Decision;

@Refused
record Curious(Decision decision) {}
