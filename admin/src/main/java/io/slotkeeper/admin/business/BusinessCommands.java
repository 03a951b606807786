package io.slotkeeper.admin.business;

import io.slotkeeper.admin.service.PathSegment;
import io.slotkeeper.admin.service.Services;
import io.slotkeeper.admin.terminal.Output;
import io.slotkeeper.admin.terminal.Table;
import io.slotkeeper.admin.terminal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code businesses}: what an administrator may do; all else is their owners'. */
@Command(
    name = "businesses",
    description = "Lists, shows and registers businesses. Everything else is for their owners.",
    synopsisSubcommandLabel = "COMMAND")
public final class BusinessCommands {
  private static final String PATH = "/api/businesses";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Services services;
  private final Output output;

  /** Nothing is asked before a command is given. */
  public BusinessCommands(Services services, Output output) {
    this.services = services;
    this.output = output;
  }

  @Command(name = "list", description = "Lists them by name.")
  void list(
      @Option(
              names = "--name",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Only those whose name has this in it.")
          String name,
      @Option(
              names = "--limit",
              paramLabel = "NUMBER",
              defaultValue = "50",
              description = "How many at most, 1 to 200; default 50.")
          int limit,
      @Option(
              names = "--cursor",
              paramLabel = "CURSOR",
              defaultValue = "",
              description = "Where the page before has ended.")
          String cursor) {
    var query =
        Stream.of("limit=" + limit, parameter("query", name), parameter("cursor", cursor))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    var page = services.queries().anonymous().get(PATH + "?" + query);
    output.show(page, () -> words(page));
  }

  @Command(name = "show", description = "Shows one.")
  void show(@Parameters(paramLabel = "BUSINESS", description = "Its id.") String business) {
    var answer = services.queries().anonymous().get(PATH + "/" + PathSegment.of(business));
    output.show(answer, () -> answer.toPrettyString());
  }

  @Command(
      name = "register",
      description = {
        "Registers one, and prints its owner's key, which is shown this once. The file is what"
            + " POST /api/businesses takes: {\"name\": …, \"timeZone\": …, \"whatsappNumber\": …}.",
      })
  void register(@Parameters(paramLabel = "FILE", description = "A file of JSON.") Path file) {
    var answer = services.commands().post(PATH, read(file));
    output.show(
        answer,
        () ->
            "business  %s%nowner key %s%nThe key is shown this once: give it to the owner"
                .formatted(answer.path("businessId").asString(), answer.path("apiKey").asString()));
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + PathSegment.of(value);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new Unusable("%s cannot be read".formatted(file));
    } catch (JacksonException e) {
      throw new Unusable("%s is not JSON: %s".formatted(file, e.getOriginalMessage()));
    }
  }

  private static String words(JsonNode page) {
    var table = new Table("BUSINESS", "STATUS", "TIME ZONE", "RESOURCES", "NAME");
    page.path("businesses")
        .forEach(
            each ->
                table.row(
                    each.path("businessId").asString(""),
                    each.path("status").asString(""),
                    each.path("timeZone").asString(""),
                    each.path("resources").size(),
                    each.path("name").asString("")));
    var more =
        page.hasNonNull("nextCursor")
            ? "\n\nThere are more: --cursor " + page.path("nextCursor").asString()
            : "";
    return table.textOr("There are no businesses") + more;
  }
}
