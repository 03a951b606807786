package io.slotkeeper.quickstart.architecture.counterexamples.platformknowsnoservice.query;

public record Answer() {}
