package io.slotkeeper.quickstart.demo;

/** The two businesses to look at. */
public record Demo(DemoBusiness salon, DemoBusiness court) {}
