package io.slotkeeper.quickstart.architecture.counterexamples.commandknowsnoqueryservice.command;

import io.slotkeeper.quickstart.architecture.Refused;
import io.slotkeeper.quickstart.architecture.counterexamples.commandknowsnoqueryservice.query.Answer;

@Refused
record Curious(Answer answer) {}
