package io.slotkeeper.quickstart.architecture.counterexamples.queryknowsnocommandservice.command;

public record Decision() {}
