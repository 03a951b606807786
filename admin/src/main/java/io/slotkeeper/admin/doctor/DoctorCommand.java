package io.slotkeeper.admin.doctor;

import io.slotkeeper.admin.doctor.Finding.Level;
import io.slotkeeper.admin.doctor.database.DatabaseCheck;
import io.slotkeeper.admin.doctor.reach.OnlineCheck;
import io.slotkeeper.admin.doctor.reach.RedisCheck;
import io.slotkeeper.admin.doctor.reach.ServicesCheck;
import io.slotkeeper.admin.doctor.settings.GivenSettings;
import io.slotkeeper.admin.doctor.settings.KnownSettings;
import io.slotkeeper.admin.doctor.settings.NameCheck;
import io.slotkeeper.admin.doctor.settings.SecretCheck;
import io.slotkeeper.admin.doctor.settings.SettingsCheck;
import io.slotkeeper.admin.service.Services;
import io.slotkeeper.admin.terminal.ExitCode;
import io.slotkeeper.admin.terminal.Output;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code doctor}. */
@Command(
    name = "doctor",
    sortOptions = false,
    description = {
      "Looks at settings, PostgreSQL, Redis, both services and clocks, and says what is wrong and"
          + " how to mend it. Changes nothing, and shows no secret. Settings are read as the"
          + " services read them: from the environment and the files that are given.",
      "",
      "OK is as it should be, WARN works and is not as it should be, FAIL does not work or will"
          + " not. Ends with 1 where there is a FAIL.",
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Services services;
  private final Output output;
  private final Map<String, String> environment;
  private final Clock clock;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = {
        "A file of settings beside the environment: .yml, .properties, or lines of NAME=value."
            + " Can be repeated; the last one wins, and the environment wins over all.",
      })
  private List<Path> files = List.of();

  @Option(
      names = "--nodes",
      paramLabel = "NUMBER",
      description = "How many nodes each service has, to count connections; default 1.")
  private int nodes = 1;

  @Option(names = "--online", description = "Also look whether WhatsApp's API can be reached.")
  private boolean online;

  @Option(names = "--quiet", description = "Show only what is not OK.")
  private boolean quiet;

  /** Nothing is looked at before the command is given. */
  public DoctorCommand(
      Services services, Output output, Map<String, String> environment, Clock clock) {
    this.services = services;
    this.output = output;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var given = GivenSettings.of(environment, files);
    var known = KnownSettings.ofThisBuild();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new NameCheck(given, known).findings());
    findings.addAll(new SecretCheck(given).findings());
    findings.addAll(new SettingsCheck(given).findings());
    findings.addAll(new DatabaseCheck(given, nodes, clock).findings());
    findings.addAll(new RedisCheck(given).findings());
    findings.addAll(new ServicesCheck(services, clock).findings());
    if (online) {
      findings.addAll(new OnlineCheck(given).findings());
    }
    output.show(json(findings), () -> words(findings, quiet));
    return findings.stream().anyMatch(finding -> finding.level() == Level.FAIL)
        ? ExitCode.PROBLEM
        : 0;
  }

  private static JsonNode json(List<Finding> findings) {
    var list = JsonNodeFactory.instance.arrayNode();
    findings.forEach(
        finding ->
            list.addObject()
                .put("level", finding.level().name())
                .put("about", finding.about())
                .put("text", finding.text())
                .put("remedy", finding.remedy()));
    return JsonNodeFactory.instance.objectNode().set("findings", list);
  }

  private String words(List<Finding> findings, boolean quiet) {
    var text = new StringBuilder();
    for (var finding : findings) {
      if (quiet && finding.level() == Level.OK) {
        continue;
      }
      text.append("%s  %s: %s%n".formatted(mark(finding.level()), finding.about(), finding.text()));
      if (!finding.remedy().isEmpty()) {
        text.append("      %s%n".formatted(finding.remedy()));
      }
    }
    return "%s%n%d OK, %d WARN, %d FAIL"
        .formatted(
            text,
            count(findings, Level.OK),
            count(findings, Level.WARN),
            count(findings, Level.FAIL));
  }

  private String mark(Level level) {
    var ansi = output.terminal().interactive() ? Ansi.AUTO : Ansi.OFF;
    return switch (level) {
      case OK -> ansi.string("@|green OK  |@");
      case WARN -> ansi.string("@|yellow WARN|@");
      case FAIL -> ansi.string("@|bold,red FAIL|@");
    };
  }

  private static long count(List<Finding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
