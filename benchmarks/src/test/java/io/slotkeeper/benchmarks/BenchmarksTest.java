package io.slotkeeper.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarksTest {

  private static final Path NOWHERE = Path.of("nowhere");

  private final Benchmarks program = program();

  private static Benchmarks program() {
    return new Benchmarks(
        new Catalog(
            List.of(new Named("bookings-one"), new Named("bookings-many"), new Named("lag"))),
        NOWHERE);
  }

  private record Named(String name) implements Benchmark {
    @Override
    public String describes() {
      return "measures " + name;
    }

    @Override
    public Result run(Bench bench) {
      return new Result(
          name,
          describes(),
          List.of(Figure.alone("work", "", List.of(1.0), null)),
          List.of(),
          List.of(),
          Map.of());
    }
  }

  private void parse(String... arguments) {
    new CommandLine(program).parseArgs(arguments);
  }

  private List<String> wanted() {
    return program.wanted().stream().map(Benchmark::name).toList();
  }

  @Test
  void runsAllForLongUnlessToldOtherwise() {
    parse();

    assertThat(wanted()).containsExactly("bookings-one", "bookings-many", "lag");
    assertThat(program.settings()).isEqualTo(RunSettings.full());
    assertThat(program.settings().rounds()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void takesNamesAndWhatNamesBeginWith() {
    parse("lag", "bookings");

    assertThat(wanted()).containsExactly("bookings-one", "bookings-many", "lag");

    parse("bookings-many");

    assertThat(wanted()).containsExactly("bookings-many");
  }

  @Test
  void takesRoundsAndSeconds() {
    parse("--short", "--rounds", "7", "--seconds=4");

    assertThat(program.settings())
        .isEqualTo(RunSettings.brief().withRounds(7).withSeconds(4))
        .satisfies(
            settings -> {
              assertThat(settings.rounds()).isEqualTo(7);
              assertThat(settings.round()).isEqualTo(Duration.ofSeconds(4));
              assertThat(settings.isShort()).isTrue();
            });
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(refusal("bookins")).contains("there is no benchmark bookins");
    assertThat(refusal("--rounds", "0")).contains("--rounds must be at least 1");
    assertThat(refusal("--short", "--write-docs")).contains("not for --write-docs");
    assertThat(refusal("--seconds", "soon")).contains("'soon' is not an int");
  }

  private static String refusal(String... arguments) {
    var said = new StringWriter();
    int exit = new CommandLine(program()).setErr(new PrintWriter(said)).execute(arguments);
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    return said.toString();
  }
}
