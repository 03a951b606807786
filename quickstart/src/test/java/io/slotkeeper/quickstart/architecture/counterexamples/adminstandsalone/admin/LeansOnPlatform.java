package io.slotkeeper.quickstart.architecture.counterexamples.adminstandsalone.admin;

import io.slotkeeper.quickstart.architecture.Refused;
import io.slotkeeper.quickstart.architecture.counterexamples.adminstandsalone.platform.Wiring;

@Refused
record LeansOnPlatform(Wiring wiring) {}
