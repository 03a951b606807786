package io.slotkeeper.admin.service;

import io.slotkeeper.admin.terminal.ExitCode;
import io.slotkeeper.admin.terminal.Output;
import io.slotkeeper.admin.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code health}. */
@Command(
    name = "health",
    description = "Says whether both services work; 1 where one does not, 3 where it is away.")
public final class HealthCommand implements Callable<Integer> {
  private static final int OK = 200;

  private final Services services;
  private final Output output;

  /** Nothing is asked before the command is given. */
  public HealthCommand(Services services, Output output) {
    this.services = services;
    this.output = output;
  }

  @Override
  public Integer call() {
    var table = new Table("SERVICE", "STATUS", "PARTS");
    var both = JsonNodeFactory.instance.objectNode();
    int worst = 0;
    for (var service : List.of(services.commands(), services.queries())) {
      try {
        var answer = service.anonymous().look("/api/health");
        both.set(service.name(), answer.body());
        table.row(
            service.name(),
            // A problem document has the number of its status there.
            answer.body().path("status").asString("").replaceFirst("^\\d*$", "DOWN"),
            parts(answer.body().path("parts")));
        worst = Math.max(worst, answer.status() == OK ? 0 : ExitCode.PROBLEM);
      } catch (ServiceUnreachable e) {
        both.putNull(service.name());
        table.row(service.name(), "AWAY", service.address());
        worst = ExitCode.UNREACHABLE;
      }
    }
    output.show(both, table::toString);
    return worst;
  }

  private static String parts(JsonNode parts) {
    var text = String.join(", ", parts.valueStream().map(part -> part.asString("")).toList());
    return text.isEmpty() ? "-" : text;
  }
}
