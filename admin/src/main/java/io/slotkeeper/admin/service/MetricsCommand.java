package io.slotkeeper.admin.service;

import io.slotkeeper.admin.terminal.Output;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code metrics}. */
@Command(name = "metrics", description = "Shows what both services count and measure, as JSON.")
public final class MetricsCommand implements Runnable {
  private final Services services;
  private final Output output;

  /** Nothing is asked before the command is given. */
  public MetricsCommand(Services services, Output output) {
    this.services = services;
    this.output = output;
  }

  @Override
  public void run() {
    var both = JsonNodeFactory.instance.objectNode();
    for (var service : List.of(services.commands(), services.queries())) {
      both.set(service.name(), service.get("/api/metrics"));
    }
    output.show(both, both::toPrettyString);
  }
}
