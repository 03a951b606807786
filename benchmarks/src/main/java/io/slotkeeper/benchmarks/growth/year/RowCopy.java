package io.slotkeeper.benchmarks.growth.year;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into a table, in PostgreSQL's binary form of COPY. */
final class RowCopy implements AutoCloseable {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int BUFFER = 1 << 18;
  private static final int NULL = -1;
  private static final short END = -1;
  private static final byte LOWER_INCLUSIVE = 2;
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final DataOutputStream out;
  private final int columns;

  /** Begins; the connection is of no other use until it is closed. */
  RowCopy(Connection connection, String table, String... columns) {
    try {
      var sql =
          "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, String.join(", ", columns));
      this.out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER),
                  BUFFER));
      this.columns = columns.length;
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins a row, whose columns follow in order. */
  RowCopy row() {
    return write(() -> out.writeShort(columns));
  }

  RowCopy text(@Nullable String text) {
    return text == null
        ? write(() -> out.writeInt(NULL))
        : bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  RowCopy bytes(byte[] bytes) {
    return write(
        () -> {
          out.writeInt(bytes.length);
          out.write(bytes);
        });
  }

  RowCopy number(long number) {
    return write(
        () -> {
          out.writeInt(Long.BYTES);
          out.writeLong(number);
        });
  }

  RowCopy time(@Nullable Instant time) {
    return time == null ? write(() -> out.writeInt(NULL)) : number(micros(time));
  }

  /** From the first moment to the one that no longer belongs to it. */
  RowCopy range(Instant from, Instant to) {
    return write(
        () -> {
          out.writeInt(1 + 2 * (Integer.BYTES + Long.BYTES));
          out.writeByte(LOWER_INCLUSIVE);
          out.writeInt(Long.BYTES);
          out.writeLong(micros(from));
          out.writeInt(Long.BYTES);
          out.writeLong(micros(to));
        });
  }

  private static long micros(Instant time) {
    return EPOCH.until(time, ChronoUnit.MICROS);
  }

  /** Ends the copy; its rows are there when the transaction ends. */
  @Override
  public void close() {
    write(
        () -> {
          out.writeShort(END);
          out.close();
        });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private RowCopy write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
