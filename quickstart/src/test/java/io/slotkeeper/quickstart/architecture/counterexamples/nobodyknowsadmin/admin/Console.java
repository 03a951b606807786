package io.slotkeeper.quickstart.architecture.counterexamples.nobodyknowsadmin.admin;

/** Something of the command line. */
public record Console() {}
