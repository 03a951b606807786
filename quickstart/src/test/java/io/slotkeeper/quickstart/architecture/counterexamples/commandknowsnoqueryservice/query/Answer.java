package io.slotkeeper.quickstart.architecture.counterexamples.commandknowsnoqueryservice.query;

public record Answer() {}
