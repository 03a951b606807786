package io.slotkeeper.quickstart.architecture.counterexamples.everypackageisnullmarked;

import io.slotkeeper.quickstart.architecture.Refused;

@Refused
record Unmarked() {}
