package io.slotkeeper.quickstart.architecture.counterexamples.sharedapistandsalone.api;

import io.slotkeeper.quickstart.architecture.Refused;
import io.slotkeeper.quickstart.architecture.counterexamples.sharedapistandsalone.platform.Wiring;

@Refused
record LeansOnPlatform(Wiring anything) {}
