package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.config.ProcessingGroup;
import org.springframework.web.client.RestClient;

@Refused
@ProcessingGroup("slots")
record CallsOut(RestClient other) {}
