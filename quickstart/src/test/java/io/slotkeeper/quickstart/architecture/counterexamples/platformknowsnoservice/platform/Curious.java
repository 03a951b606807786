package io.slotkeeper.quickstart.architecture.counterexamples.platformknowsnoservice.platform;

import io.slotkeeper.quickstart.architecture.Refused;
import io.slotkeeper.quickstart.architecture.counterexamples.platformknowsnoservice.command.Decision;
import io.slotkeeper.quickstart.architecture.counterexamples.platformknowsnoservice.query.Answer;

@Refused
record Curious(Decision decision, Answer answer) {}
