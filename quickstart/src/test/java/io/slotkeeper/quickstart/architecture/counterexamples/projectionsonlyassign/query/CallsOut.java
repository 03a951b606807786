package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.web.client.RestClient;

@Refused
record CallsOut(RestClient other) {}
