package io.slotkeeper.quickstart.architecture.counterexamples.adminstandsalone.platform;

/** Something of a service. */
public record Wiring() {}
