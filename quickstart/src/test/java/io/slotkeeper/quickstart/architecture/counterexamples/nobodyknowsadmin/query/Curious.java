package io.slotkeeper.quickstart.architecture.counterexamples.nobodyknowsadmin.query;

import io.slotkeeper.quickstart.architecture.Refused;
import io.slotkeeper.quickstart.architecture.counterexamples.nobodyknowsadmin.admin.Console;

@Refused
record Curious(Console console) {}
