package io.slotkeeper.quickstart.architecture.counterexamples.sharedapistandsalone.api;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.messaging.MetaData;

@Refused
record LeansOnAxon(MetaData anything) {}
