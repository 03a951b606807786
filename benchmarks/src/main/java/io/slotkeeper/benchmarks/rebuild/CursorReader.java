package io.slotkeeper.benchmarks.rebuild;

import io.slotkeeper.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads all events once, in order, with one cursor: the columns that Axon reads, as many at a time,
 * and nothing is made of them.
 */
public final class CursorReader {
  private static final int FETCH_SIZE = 500;
  private static final String EVENTS =
      """
      SELECT globalIndex, type, aggregateIdentifier, sequenceNumber, eventIdentifier, timeStamp,
             payloadType, payloadRevision, payload, metaData
        FROM command.DomainEventEntry ORDER BY globalIndex
      """;

  private CursorReader() {}

  /**
   * Reads twice and prints how many events were read in a second, the second time.
   *
   * @param arguments URL, user and password of the database
   */
  public static void main(String[] arguments) throws SQLException {
    read(arguments);
    System.out.println(read(arguments));
  }

  private static double read(String[] arguments) throws SQLException {
    try (var connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.setFetchSize(FETCH_SIZE);
        long begin = System.nanoTime();
        long events = 0;
        long bytes = 0;
        try (var rows = statement.executeQuery(EVENTS)) {
          while (rows.next()) {
            events++;
            bytes += rows.getLong(1) + rows.getLong(4);
            for (int column : new int[] {2, 3, 5, 6, 7, 8}) {
              bytes += String.valueOf(rows.getString(column)).length();
            }
            bytes += rows.getBytes(9).length + rows.getBytes(10).length;
          }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (bytes == 0) {
          throw new IllegalStateException("there are no events");
        }
        return events / seconds;
      }
    }
  }

  /** Does so in a JVM of its own; events in a second. */
  static double inItsOwnProcess(TestDatabase database) {
    try {
      var process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx512m",
                      "-cp",
                      System.getProperty("java.class.path"),
                      CursorReader.class.getName(),
                      database.url(),
                      database.user(),
                      database.password()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the reader has failed");
      }
      return Double.parseDouble(said.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
