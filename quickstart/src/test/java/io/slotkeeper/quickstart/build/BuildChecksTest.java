package io.slotkeeper.quickstart.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@EnabledIfSystemProperty(named = ScratchModule.MAVEN_HOME, matches = ".+")
class BuildChecksTest {
  private static final String NULL_MARKED =
      """
      @NullMarked
      package scratch;

      import org.jspecify.annotations.NullMarked;
      """;

  private ScratchModule module;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    module = new ScratchModule(directory);
  }

  @Test
  void acceptsWhatIsInOrder() throws Exception {
    module.source("scratch/package-info.java", NULL_MARKED);
    module.source("scratch/Fine.java", "package scratch;\n\nrecord Fine(String name) {}\n");

    var result = module.build("verify", "");

    assertThat(result.exit()).as(result.output()).isZero();
  }

  @Test
  void refusesNullWhereNoneIsAllowedAndKnownBugPatterns() throws Exception {
    module.source("scratch/package-info.java", NULL_MARKED);
    module.source(
        "scratch/Broken.java",
        """
        package scratch;

        final class Broken {
          String nothing() {
            return null;
          }

          boolean sameAs(Broken other, int[] left, int[] right) {
            return left.equals(right);
          }
        }
        """);

    var result = module.build("compile", "");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output())
        .contains("[NullAway] returning @Nullable expression")
        .contains("[ArrayEquals]");
  }

  @Test
  void refusesWarnings() throws Exception {
    module.source(
        "scratch/Raw.java", "package scratch;\n\nrecord Raw(java.util.List anything) {}\n");

    var result = module.build("compile", "");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("[rawtypes]").contains("-Werror");
  }

  @Test
  void refusesOtherFormatting() throws Exception {
    module.source("scratch/package-info.java", NULL_MARKED);
    module.source("scratch/Wide.java", "package scratch;\nrecord Wide( String name ) { }\n");

    var result = module.build("verify", "");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("spotless").contains("+record·Wide(String·name)·{}");
  }

  @Test
  void refusesWildcardImports() throws Exception {
    module.source("scratch/package-info.java", NULL_MARKED);
    module.source(
        "scratch/Wild.java",
        "package scratch;\n\nimport java.util.*;\n\nrecord Wild(List<String> names) {}\n");

    var result = module.build("verify", "");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("Do not use wildcard imports");
  }
}
