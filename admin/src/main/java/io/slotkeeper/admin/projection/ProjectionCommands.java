package io.slotkeeper.admin.projection;

import io.slotkeeper.admin.service.PathSegment;
import io.slotkeeper.admin.service.Services;
import io.slotkeeper.admin.terminal.ExitCode;
import io.slotkeeper.admin.terminal.Output;
import io.slotkeeper.admin.terminal.Table;
import java.time.Duration;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code projections}. */
@Command(
    name = "projections",
    description = "Shows read models, and makes them anew from the events.",
    synopsisSubcommandLabel = "COMMAND")
public final class ProjectionCommands {
  private static final String PATH = "/api/admin/projections";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Services services;
  private final Output output;

  /** Nothing is asked before a command is given. */
  public ProjectionCommands(Services services, Output output) {
    this.services = services;
    this.output = output;
  }

  @Command(name = "list", description = "Lists all, where they are and what they wait for.")
  void list() {
    var answer = services.queries().get(PATH);
    output.show(answer, () -> table(answer.path("projections").valueStream()));
  }

  @Command(name = "show", description = "Shows one and its latest rebuild.")
  void show(@Parameters(paramLabel = "NAME", description = "Such as bookings.") String name) {
    var answer = services.queries().get(path(name));
    output.show(answer, () -> words(answer));
  }

  @Command(
      name = "rebuild",
      description = {
        "Makes one anew from the events. What serves goes on until the new one is equal to it and"
            + " takes its place.",
      })
  int rebuild(
      @Parameters(paramLabel = "NAME", description = "Such as bookings.") String name,
      @Option(
              names = "--follow",
              description = "Show how far it is until it has ended; 1 where it has failed.")
          boolean follow,
      @Option(
              names = "--switch",
              description =
                  "Let the new one take the place of what serves though it is different: where"
                      + " what serves is known to be wrong.")
          boolean switchOver) {
    var started =
        services
            .queries()
            .post(path(name) + "/rebuild" + (switchOver ? "?onDifference=SWITCH" : ""), null);
    if (!follow) {
      output.show(
          started,
          () -> "The rebuild of %s is asked for; projections follow shows it".formatted(name));
      return 0;
    }
    return follow(name, started);
  }

  @Command(
      name = "follow",
      description = "Shows how far a rebuild is until it has ended; 1 where it has failed.")
  int follow(@Parameters(paramLabel = "NAME", description = "Such as bookings.") String name) {
    return follow(name, services.queries().get(path(name)));
  }

  @Command(name = "cancel", description = "Calls off a rebuild. What serves goes on.")
  void cancel(@Parameters(paramLabel = "NAME", description = "Such as bookings.") String name) {
    var answer = services.queries().delete(path(name) + "/rebuild");
    output.show(answer, () -> "The rebuild of %s is called off".formatted(name));
  }

  private int follow(String name, JsonNode first) {
    var last =
        new RebuildFollower(services.queries(), output, PAUSE)
            .follow(path(name) + "/stream", first);
    output.show(last, () -> words(last));
    var state = last.path("rebuild").path("state").asString("");
    return state.equals("FAILED") || state.equals("CANCELLED") ? ExitCode.PROBLEM : 0;
  }

  private static String path(String name) {
    return PATH + "/" + PathSegment.of(name);
  }

  private static String table(Stream<JsonNode> projections) {
    var table =
        new Table("NAME", "VERSION", "POSITION", "NEWEST", "CAUGHT UP", "LETTERS", "REBUILD");
    projections.forEach(
        each ->
            table.row(
                each.path("name").asString(""),
                each.path("servedVersion").asInt() == each.path("version").asInt()
                    ? each.path("version").asString("")
                    : "%d of %d"
                        .formatted(
                            each.path("servedVersion").asInt(), each.path("version").asInt()),
                each.path("position").asLong(),
                each.path("newest").asLong(),
                each.path("caughtUp").asBoolean() ? "yes" : "no",
                each.path("deadLetters").asLong(),
                rebuild(each.path("rebuild"))));
    return table.textOr("There are no projections");
  }

  private static String rebuild(JsonNode rebuild) {
    return rebuild.isMissingNode()
        ? "-"
        : "%s %s"
            .formatted(
                rebuild.path("state").asString(""),
                rebuild.path("endedAt").asString(rebuild.path("requestedAt").asString("")));
  }

  private static String words(JsonNode each) {
    var text = new StringBuilder(table(Stream.of(each)));
    var rebuild = each.path("rebuild");
    if (rebuild.isObject()) {
      text.append(
          "%n%nRebuild %d, %s: %s, %d of %d events"
              .formatted(
                  rebuild.path("rebuildId").asLong(),
                  rebuild.path("cause").asString(""),
                  rebuild.path("state").asString(""),
                  rebuild.path("done").asLong(),
                  rebuild.path("total").asLong()));
      if (rebuild.hasNonNull("reason")) {
        text.append("\n  ").append(rebuild.path("reason").asString());
      }
    }
    return text.toString();
  }
}
