package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.quickstart.embedded.DataDirectory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class StartRefusalsTest {

  @TempDir Path scratch;
  private Path data;
  private FreePorts ports;

  @BeforeEach
  void choosesPorts() throws IOException {
    data = scratch.resolve("data");
    ports = FreePorts.find();
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (var taken = new ServerSocket(ports.query())) {
      assertRefused(
          QuickstartProcess.environment(data, ports),
          "Port %d cannot be used: another program has it, or the system forbids it;"
                  .formatted(taken.getLocalPort())
              + " set SLOTKEEPER_QUERY_PORT to another");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void namesTheDataDirectoryThatIsNone() throws Exception {
    Files.writeString(data, "a file");

    assertRefused(
        QuickstartProcess.environment(data, ports),
        "The data directory %1$s cannot be made: %1$s is not a directory; set SLOTKEEPER_DATA_DIR"
            .formatted(data));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesTheDataDirectoryThatCannotBeWrittenTo() throws Exception {
    Path unwritable = Path.of("/proc/slotkeeper");

    assertRefused(
        QuickstartProcess.environment(unwritable, ports),
        "The data directory /proc/slotkeeper cannot be written to;"
            + " set SLOTKEEPER_DATA_DIR to another");
  }

  @Test
  void leavesADirectoryWithOtherFilesAloneEvenWhenItIsToStartFresh() throws Exception {
    Files.createDirectory(data);
    Path precious = Files.writeString(data.resolve("thesis.txt"), "precious");

    assertRefused(
        QuickstartProcess.environment(data, ports),
        data
            + " holds files that are not Slotkeeper's;"
            + " set SLOTKEEPER_DATA_DIR to another directory",
        "--fresh");
    assertThat(precious).hasContent("precious");
  }

  @Test
  void refusesTheDataDirectoryOfARunningOne() throws Exception {
    try (var running = DataDirectory.open(data)) {
      assertRefused(
          QuickstartProcess.environment(data, ports),
          "Another Slotkeeper is running on %s; stop it, or set SLOTKEEPER_DATA_DIR to another"
              .formatted(running.path()));
    }
  }

  @Test
  void refusesAnUnknownArgument() throws Exception {
    assertRefused(
        QuickstartProcess.environment(data, ports),
        "Unknown argument --frsh: there is --fresh, which starts empty",
        "--frsh");
  }

  @Test
  void tellsOfAFailureThatNobodyForesaw() throws Exception {
    var environment = QuickstartProcess.environment(data, ports);
    environment.put("SLOTKEEPER_SECURITY_ADMIN_TOKEN", "not one word");

    try (var process = QuickstartProcess.start(scratch, environment)) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.errors()).contains("slotkeeper.security");
    }
  }

  private void assertRefused(Map<String, String> environment, String line, String... arguments)
      throws Exception {
    try (var process = QuickstartProcess.start(scratch, environment, arguments)) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.errorLines()).containsExactly(line);
    }
  }
}
