package io.slotkeeper.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.admin.terminal.Keyboard;
import io.slotkeeper.admin.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Every command and option says what it is for, and docs/admin.md says the same. */
class HelpTest {
  private static final String WRITE = "slotkeeper.admin.write";
  private static final Path DOCUMENT = Path.of("../docs/admin.md");
  private static final String REFERENCE = "## Reference\n";

  private final CommandLine program =
      SlotkeeperAdmin.commandLine(
          Map.of(),
          new Terminal(
              new PrintWriter(new StringWriter()),
              new PrintWriter(new StringWriter()),
              false,
              Keyboard.NONE),
          Clock.systemUTC());

  @Test
  void everythingIsDescribed() {
    commands(program)
        .forEach(
            command -> {
              var spec = command.getCommandSpec();
              var name = spec.qualifiedName();
              assertThat(String.join("", spec.usageMessage().description())).as(name).isNotBlank();
              assertThat(spec.args())
                  .allSatisfy(
                      argument ->
                          assertThat(String.join("", argument.description()))
                              .as("%s of %s", argument.paramLabel(), name)
                              .isNotBlank());
              assertThat(spec.options())
                  .allSatisfy(
                      option -> assertThat(usage(command)).as(name).contains(option.longestName()));
            });
  }

  @Test
  void theDocumentSaysTheSame() throws IOException {
    var written = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
    var text =
        written.substring(0, Math.max(0, written.indexOf(REFERENCE)))
            + REFERENCE
            + "\n<!-- Made from the program's own help by HelpTest. Do not edit below. -->\n"
            + commands(program)
                .map(
                    command ->
                        "\n```\n%s```\n".formatted(usage(command).replaceAll("(?m)[ \\t]+$", "")))
                .collect(Collectors.joining());
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(DOCUMENT, text);
    }

    assertThat(text)
        .as(
            "docs/admin.md is not what the program says. Run ./mvnw -pl admin -am test"
                + " -Dtest=HelpTest -D%s=true -Dsurefire.failIfNoSpecifiedTests=false",
            WRITE)
        .isEqualTo(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "");
  }

  private static String usage(CommandLine command) {
    return command.getUsageMessage(Ansi.OFF).replace("\r\n", "\n");
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::commands));
  }
}
