package io.slotkeeper.quickstart.architecture.counterexamples.namessaysomething;

import io.slotkeeper.quickstart.architecture.Refused;

@Refused
record SlotUtil() {}
