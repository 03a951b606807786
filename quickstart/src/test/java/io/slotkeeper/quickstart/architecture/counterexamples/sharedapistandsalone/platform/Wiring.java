package io.slotkeeper.quickstart.architecture.counterexamples.sharedapistandsalone.platform;

public record Wiring() {}
