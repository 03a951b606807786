package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import java.net.http.HttpClient;
import org.axonframework.config.ProcessingGroup;

@Refused
@ProcessingGroup("slots")
record CallsOutByJdk(HttpClient other) {}
