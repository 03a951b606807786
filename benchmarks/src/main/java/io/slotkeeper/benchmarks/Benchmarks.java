package io.slotkeeper.benchmarks;

import static java.util.function.Predicate.not;

import io.slotkeeper.benchmarks.booking.BookingBenchmarks;
import io.slotkeeper.benchmarks.growth.GrowthBenchmarks;
import io.slotkeeper.benchmarks.report.MarkdownTable;
import io.slotkeeper.benchmarks.report.PerformanceDocument;
import io.slotkeeper.benchmarks.report.Reports;
import io.slotkeeper.benchmarks.slots.SlotBenchmarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program. Ends with 0 where every benchmark ran, whether or not its targets are reached. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measures how fast Slotkeeper is beside the least that could do the same work.")
public final class Benchmarks implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final String RESULTS = "benchmarks/target/results";
  private static final String SHORT_RESULTS = RESULTS + "/short";

  @Parameters(
      paramLabel = "NAME",
      description = "which to run, by name or by what names begin with; all of them unless given")
  private String[] names = {};

  @Option(names = "--list", description = "say which benchmarks there are, and run none")
  private boolean list;

  @Option(
      names = "--short",
      description = "all in about two minutes; shows that they work, not how fast anything is")
  private boolean brief;

  @Option(names = "--rounds", description = "rounds of each side; 5 unless given, 3 with --short")
  private @Nullable Integer rounds;

  @Option(names = "--seconds", description = "length of a round; 10 unless given, 1 with --short")
  private @Nullable Integer seconds;

  @Option(
      names = "--write-docs",
      description = "show in docs/ what was measured, beside what it shows of other benchmarks")
  private boolean writeDocs;

  @Option(
      names = "--no-run",
      description = "run none; with --write-docs, show what was measured before")
  private boolean noRun;

  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      description = "a size or a time of one benchmark, as --list names them")
  void set(Map<String, String> sizes) {
    sizes.forEach(System::setProperty);
  }

  @Spec private @Nullable CommandSpec spec;

  private final Catalog catalog;
  private final Path root;

  Benchmarks(Catalog catalog, Path root) {
    this.catalog = catalog;
    this.root = root;
  }

  /** Runs it. */
  public static void main(String[] arguments) {
    var benchmarks = new ArrayList<Benchmark>();
    benchmarks.addAll(BookingBenchmarks.all());
    benchmarks.addAll(SlotBenchmarks.all());
    benchmarks.addAll(GrowthBenchmarks.all());
    var program = new Benchmarks(new Catalog(benchmarks), root(Path.of("")));
    System.exit(new CommandLine(program).execute(arguments));
  }

  /** The repository that a directory is in. */
  private static Path root(Path directory) {
    for (Path each = directory.toAbsolutePath(); each != null; each = each.getParent()) {
      if (Files.exists(each.resolve("docs/settings.md"))) {
        return each;
      }
    }
    throw new IllegalStateException("not within the repository");
  }

  @Override
  public Integer call() {
    if (list) {
      catalog.all().forEach(each -> out("%-16s %s".formatted(each.name(), each.describes())));
      return 0;
    }
    var wanted = wanted();
    var settings = settings();
    var reports = new Reports(root.resolve(settings.isShort() ? SHORT_RESULTS : RESULTS));
    List<String> failed = List.of();
    if (!noRun) {
      var progress = new Progress(System.out, Ansi.AUTO.enabled());
      failed = new Run(root, settings, reports, progress, Clock.systemUTC()).all(wanted);
    }
    reports.write("results.md", MarkdownTable.of(reports.of(catalog.names())));
    if (writeDocs) {
      var measured = wanted.stream().map(Benchmark::name).filter(not(failed::contains)).toList();
      new PerformanceDocument(root).show(reports.of(measured), catalog.names());
    }
    if (!failed.isEmpty()) {
      out("failed: " + String.join(", ", failed));
    }
    return failed.isEmpty() ? 0 : FAILED;
  }

  List<Benchmark> wanted() {
    try {
      return catalog.named(List.of(names));
    } catch (IllegalArgumentException e) {
      throw refusal(e.getMessage());
    }
  }

  RunSettings settings() {
    if (brief && writeDocs) {
      throw refusal("a short run does not show how fast anything is: not for --write-docs");
    }
    var settings = brief ? RunSettings.brief() : RunSettings.full();
    if (rounds != null) {
      settings = settings.withRounds(atLeastOne("--rounds", rounds));
    }
    if (seconds != null) {
      settings = settings.withSeconds(atLeastOne("--seconds", seconds));
    }
    return settings;
  }

  private int atLeastOne(String option, int value) {
    if (value < 1) {
      throw refusal(option + " must be at least 1");
    }
    return value;
  }

  private ParameterException refusal(@Nullable String why) {
    var known = spec;
    if (known == null) {
      throw new IllegalStateException("no command line");
    }
    return new ParameterException(known.commandLine(), why);
  }

  private static void out(String line) {
    System.out.println(line);
  }
}
