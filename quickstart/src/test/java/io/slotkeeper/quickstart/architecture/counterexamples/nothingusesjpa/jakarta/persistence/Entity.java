package io.slotkeeper.quickstart.architecture.counterexamples.nothingusesjpa.jakarta.persistence;

/** Stands in for the annotation of that name, which is not on the class path. */
public @interface Entity {}
