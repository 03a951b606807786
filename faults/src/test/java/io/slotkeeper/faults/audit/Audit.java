package io.slotkeeper.faults.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code slotkeeper-admin audit} says of the store, in a process of its own as an operator
 * runs it.
 */
public record Audit(TestDatabase database) {

  private static final Path JAR = Path.of("..", "admin", "target", "slotkeeper-admin.jar");

  public static Audit of(Cluster cluster) {
    return new Audit(cluster.database());
  }

  /**
   * What was found.
   *
   * @param exit 0 where all holds
   */
  public record Findings(int exit, String words) {

    public void nothing() {
      assertThat(exit).as(words).isZero();
    }
  }

  /** Compares the store with itself, and with what customers were promised. */
  public Findings finds(Ledger promises) {
    try {
      Path acknowledged = Files.createTempFile("acknowledged-", ".txt");
      try {
        Files.write(acknowledged, promises.lines());
        return run(acknowledged);
      } finally {
        Files.delete(acknowledged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Findings run(Path acknowledged) throws IOException, InterruptedException {
    var audit =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    JAR.toString(),
                    "audit",
                    "--database",
                    database.url(),
                    "--user",
                    database.user(),
                    "--acknowledged",
                    acknowledged.toString(),
                    // Everything has followed: nobody is about to be told.
                    "--grace",
                    "PT0S"))
            .redirectErrorStream(true);
    // The embedded server asks for none.
    audit.environment().put("SPRING_DATASOURCE_PASSWORD", "none");
    Process process = audit.start();
    process.getOutputStream().close();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Findings(process.waitFor(), words);
  }
}
