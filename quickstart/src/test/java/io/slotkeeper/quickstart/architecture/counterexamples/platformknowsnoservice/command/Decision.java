package io.slotkeeper.quickstart.architecture.counterexamples.platformknowsnoservice.command;

public record Decision() {}
