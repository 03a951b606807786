package io.slotkeeper.quickstart.architecture.counterexamples.nobodyusesthedisruptor;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.disruptor.commandhandling.DisruptorCommandBus;

@Refused
record DispatchesByDisruptor(DisruptorCommandBus bus) {}
