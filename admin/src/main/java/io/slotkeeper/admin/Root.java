package io.slotkeeper.admin;

import io.slotkeeper.admin.service.ServiceApi;
import io.slotkeeper.admin.service.Services;
import io.slotkeeper.admin.terminal.Terminal;
import io.slotkeeper.admin.terminal.Unusable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands have in common. */
@Command(
    name = "slotkeeper-admin",
    versionProvider = Version.class,
    description = "Runs an installation of Slotkeeper: its projections, businesses and keys.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    footer = {
      "",
      "The administrator's token comes from --token-file, else from SLOTKEEPER_ADMIN_TOKEN, else"
          + " from SLOTKEEPER_SECURITY_ADMIN_TOKEN; a person is asked for it.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a service refuses, or something is wrong",
      "2:the command line cannot be understood",
      "3:a service does not answer",
    })
final class Root implements Services {
  private static final URI COMMANDS = URI.create("http://localhost:8080");
  private static final URI QUERIES = URI.create("http://localhost:8081");

  private final Map<String, String> environment;
  private final Terminal terminal;
  private final Supplier<Optional<String>> token = new Once(this::findToken);

  @Option(
      names = "--commands",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "command-service; else SLOTKEEPER_COMMANDS, else http://localhost:8080.")
  private @Nullable URI commands;

  @Option(
      names = "--queries",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "query-service; else SLOTKEEPER_QUERIES, else http://localhost:8081.")
  private @Nullable URI queries;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "File whose first line is the administrator's token.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer as JSON, for other programs.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this.")
  @SuppressWarnings("UnusedVariable") // Only its presence counts.
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  @SuppressWarnings("UnusedVariable") // Only its presence counts.
  private boolean version;

  Root(Map<String, String> environment, Terminal terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public ServiceApi commands() {
    return new ServiceApi(
        "command-service", address(commands, "SLOTKEEPER_COMMANDS", COMMANDS), token);
  }

  @Override
  public ServiceApi queries() {
    return new ServiceApi("query-service", address(queries, "SLOTKEEPER_QUERIES", QUERIES), token);
  }

  @Override
  public Optional<String> givenToken() {
    return new TokenSource(environment, Optional.ofNullable(tokenFile)).token();
  }

  boolean json() {
    return json;
  }

  private Optional<String> findToken() {
    var given = givenToken();
    return given.isPresent() ? given : terminal.keyboard().secret("Administrator's token:");
  }

  private URI address(@Nullable URI given, String variable, URI otherwise) {
    URI address =
        Objects.requireNonNullElseGet(
            given,
            () ->
                Optional.ofNullable(environment.get(variable))
                    .filter(text -> !text.isBlank())
                    .map(text -> Unusable.unlessRead(variable, () -> URI.create(text.strip())))
                    .orElse(otherwise));
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new Unusable(
          "%s is no address of a service; it must look like %s".formatted(address, otherwise));
    }
    return address;
  }

  /** Somebody is asked for a token once, not with each call. */
  private static final class Once implements Supplier<Optional<String>> {
    private final Supplier<Optional<String>> source;
    private boolean asked;
    private @Nullable String found;

    Once(Supplier<Optional<String>> source) {
      this.source = source;
    }

    @Override
    public Optional<String> get() {
      if (!asked) {
        found = source.get().orElse(null);
        asked = true;
      }
      return Optional.ofNullable(found);
    }
  }
}
