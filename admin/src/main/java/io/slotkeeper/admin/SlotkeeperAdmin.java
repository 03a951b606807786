package io.slotkeeper.admin;

import io.slotkeeper.admin.audit.AuditCommand;
import io.slotkeeper.admin.business.BusinessCommands;
import io.slotkeeper.admin.deadletter.DeadLetterCommands;
import io.slotkeeper.admin.doctor.DoctorCommand;
import io.slotkeeper.admin.key.KeyCommands;
import io.slotkeeper.admin.projection.ProjectionCommands;
import io.slotkeeper.admin.service.HealthCommand;
import io.slotkeeper.admin.service.MetricsCommand;
import io.slotkeeper.admin.terminal.ExitCode;
import io.slotkeeper.admin.terminal.Output;
import io.slotkeeper.admin.terminal.Terminal;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program. */
public final class SlotkeeperAdmin {
  private static final int WIDTH = 100;

  private SlotkeeperAdmin() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    // Of its two consoles this is the one that is there only where a person is.
    System.setProperty("jdk.console", "java.base");
    // Its libraries log to nowhere, and need not say so.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(run(System.getenv(), Terminal.ofTheProcess(), Clock.systemUTC(), arguments));
  }

  /**
   * Runs one command.
   *
   * @return 0 where it is done, else what {@link ExitCode} says
   */
  public static int run(
      Map<String, String> environment, Terminal terminal, Clock clock, String... arguments) {
    return commandLine(environment, terminal, clock).execute(arguments);
  }

  static CommandLine commandLine(Map<String, String> environment, Terminal terminal, Clock clock) {
    var root = new Root(environment, terminal);
    var output = new Output(terminal, root::json);
    var commandLine =
        new CommandLine(root)
            .addSubcommand(new ProjectionCommands(root, output))
            .addSubcommand(new DeadLetterCommands(root, output))
            .addSubcommand(new BusinessCommands(root, output))
            .addSubcommand(new KeyCommands(root, output));
    commandLine
        .addSubcommand(new HealthCommand(root, output))
        .addSubcommand(new MetricsCommand(root, output))
        .addSubcommand(new DoctorCommand(root, output, environment, clock))
        .addSubcommand(new AuditCommand(output, environment))
        .addSubcommand(new Completion(output, () -> commandLine));
    return commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.AUTO : Ansi.OFF))
        .setUsageHelpWidth(WIDTH)
        .setExecutionExceptionHandler(new Failures(output));
  }
}
