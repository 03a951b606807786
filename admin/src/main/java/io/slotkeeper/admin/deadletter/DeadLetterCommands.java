package io.slotkeeper.admin.deadletter;

import io.slotkeeper.admin.service.PathSegment;
import io.slotkeeper.admin.service.ServiceApi;
import io.slotkeeper.admin.service.ServiceRefused;
import io.slotkeeper.admin.service.Services;
import io.slotkeeper.admin.terminal.Confirmation;
import io.slotkeeper.admin.terminal.Output;
import io.slotkeeper.admin.terminal.Table;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dead-letters}, of both services. */
@Command(
    name = "dead-letters",
    description = {
      "Shows messages that could not be sent and events that a projection could not take, and has"
          + " them tried again or given up.",
    },
    synopsisSubcommandLabel = "COMMAND")
public final class DeadLetterCommands {
  private static final String PATH = "/api/admin/dead-letters";
  private static final int NOT_FOUND = 404;

  private final Services services;
  private final Output output;

  /** Nothing is asked before a command is given. */
  public DeadLetterCommands(Services services, Output output) {
    this.services = services;
    this.output = output;
  }

  @Command(name = "list", description = "Lists them, of very many only the first.")
  void list() {
    var commands = services.commands().get(PATH);
    var queries = services.queries().get(PATH);
    var both = JsonNodeFactory.instance.objectNode();
    both.set("commands", commands);
    both.set("queries", queries);
    output.show(both, () -> words(commands, queries));
  }

  @Command(name = "retry", description = "Has all of a group tried again now.")
  void retry(@Parameters(paramLabel = "GROUP", description = "As list shows it.") String group) {
    var path = "%s/%s/retry".formatted(PATH, PathSegment.of(group));
    var answer = whereverItIs(service -> service.post(path, null));
    output.show(
        answer, () -> "%d letters of %s are tried again or gone".formatted(letters(answer), group));
  }

  @Command(
      name = "discard",
      description = "Gives up all of one sequence for good: that message, or those events.")
  void discard(
      @Parameters(paramLabel = "GROUP", description = "As list shows it.") String group,
      @Parameters(paramLabel = "SEQUENCE", description = "As list shows it.") String sequence,
      @Option(names = "--yes", description = "Do not ask.") boolean yes) {
    Confirmation.require(output, yes, "Give up %s of %s for good?".formatted(sequence, group));
    var path = "%s/%s/%s".formatted(PATH, PathSegment.of(group), PathSegment.of(sequence));
    var answer = whereverItIs(service -> service.delete(path));
    output.show(answer, () -> "%d letters of %s are given up".formatted(letters(answer), group));
  }

  /** A group belongs to one of the services, and the other one says that there is none. */
  private JsonNode whereverItIs(Function<ServiceApi, JsonNode> call) {
    // One after the other with the same token: a person is asked for it once.
    try {
      return call.apply(services.queries());
    } catch (ServiceRefused e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      return call.apply(services.commands());
    }
  }

  private static long letters(JsonNode answer) {
    return answer.path("letters").asLong();
  }

  private static String words(JsonNode commands, JsonNode queries) {
    var table = new Table("GROUP", "SEQUENCE", "INDEX", "OF", "SINCE", "DUE", "CAUSE");
    add(table, commands, "notificationId");
    add(table, queries, "event");
    long total = commands.path("total").asLong() + queries.path("total").asLong();
    return table.isEmpty()
        ? "There are no dead letters"
        : "%s%n%n%d in all".formatted(table, total);
  }

  private static void add(Table table, JsonNode answer, String of) {
    answer
        .path("letters")
        .forEach(
            letter ->
                table.row(
                    letter.path("group").asString(""),
                    letter.path("sequence").asString(""),
                    letter.path("index").asLong(),
                    letter.path(of).asString("-"),
                    letter.path("enqueuedAt").asString("-"),
                    letter.path("dueAt").asString("-"),
                    letter.path("cause").asString("waits for an earlier one")));
  }
}
