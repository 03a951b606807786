package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyassign.query;

import io.slotkeeper.quickstart.architecture.Refused;
import java.net.http.HttpClient;

@Refused
record CallsOutByJdk(HttpClient other) {}
