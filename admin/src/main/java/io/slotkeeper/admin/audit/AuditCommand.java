package io.slotkeeper.admin.audit;

import io.slotkeeper.admin.audit.life.Acknowledged;
import io.slotkeeper.admin.audit.store.Snapshot;
import io.slotkeeper.admin.audit.store.Violations;
import io.slotkeeper.admin.terminal.ExitCode;
import io.slotkeeper.admin.terminal.Output;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit}. */
@Command(
    name = "audit",
    sortOptions = false,
    description = {
      "Reads a database, and says what in it cannot be true: bookings, slots and claims that do"
          + " not agree, gaps, steps that no rule allows, read models that say something else than"
          + " the events, and people who were not told. Changes nothing, keeps nobody waiting, and"
          + " shows nothing personal; it can be run while the services are.",
      "",
      "Ends with 1 where something is wrong.",
    })
public final class AuditCommand implements Callable<Integer> {
  private final Output output;
  private final Map<String, String> environment;

  @Option(
      names = "--database",
      paramLabel = "URL",
      required = true,
      description = "PostgreSQL, such as jdbc:postgresql://localhost:5432/slotkeeper.")
  private String database = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who may read both schemas; default slotkeeper.")
  private String user = "slotkeeper";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = {
        "File whose first line is the password; else SPRING_DATASOURCE_PASSWORD, else what"
            + " ~/.pgpass says.",
      })
  private @Nullable Path passwordFile;

  @Option(
      names = "--acknowledged",
      paramLabel = "FILE",
      description = {
        "What callers were told, a line for each: booking, slot and status. Each must be in the"
            + " database.",
      })
  private @Nullable Path acknowledged;

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      description = "How long notifications may take; ISO 8601, default PT5M.")
  private Duration grace = Duration.ofMinutes(5);

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      description = "How many violations of each kind are shown; default 20.")
  private int most = 20;

  /** Nothing is looked at before the command is given. */
  public AuditCommand(Output output, Map<String, String> environment) {
    this.output = output;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var told = Optional.ofNullable(acknowledged).map(Acknowledged::in).orElse(List.of());
    var login = new DatabaseLogin(database, user, Optional.ofNullable(passwordFile));
    var violations = new Violations(most);
    try (var snapshot = new Snapshot(login.connect(environment))) {
      var report = new Audit(snapshot, told, grace, violations).run();
      output.show(report.json(violations), () -> report.words(violations));
      return violations.byKind().isEmpty() ? 0 : ExitCode.PROBLEM;
    } catch (SQLException e) {
      output.remark("%s cannot be read as %s: %s".formatted(login.shown(), user, reason(e, login)));
      return ExitCode.UNREACHABLE;
    }
  }

  /** Drivers repeat an address that they cannot read, and rows that they cannot take. */
  private static String reason(SQLException failure, DatabaseLogin login) {
    var said = String.valueOf(failure.getMessage()).replace(login.url(), login.shown());
    return said.lines().findFirst().orElse("").strip();
  }
}
