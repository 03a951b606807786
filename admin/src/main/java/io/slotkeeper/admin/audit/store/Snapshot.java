package io.slotkeeper.admin.audit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A database as it was at one moment. All is read in one transaction that writes nothing, takes no
 * lock that anybody could wait for, and does not see what is committed meanwhile.
 */
public final class Snapshot implements AutoCloseable {
  private static final int FETCH = 2_000;

  /** Enough to sort or join without going to the disk for every million. */
  private static final String MEMORY = "SET LOCAL work_mem = '64MB'";

  private final Connection connection;

  /** Makes something of a row. */
  public interface Reader<T> {
    /** Reads the row that the cursor is at. */
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row after the other. */
  public interface Taker {
    /** Takes the row that the cursor is at. */
    void take(ResultSet row) throws SQLException;
  }

  /** Begins the transaction, and takes over the connection. */
  public Snapshot(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (var statement = connection.createStatement()) {
      statement.execute(MEMORY);
    }
  }

  /** Whether there is such a table; {@code schema.name}. */
  public boolean hasTable(String name) throws SQLException {
    return !rows(
            "SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass('%s')".formatted(name),
            row -> 1)
        .isEmpty();
  }

  /** All rows of an answer that is known to be short. */
  public <T> List<T> rows(String sql, Reader<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    each(sql, row -> found.add(reader.read(row)));
    return found;
  }

  /** Each row of an answer of any length, of which a part is here at a time. */
  public void each(String sql, Taker taker) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  /**
   * The rows of these ids.
   *
   * @param sql with one parameter, an array of texts
   * @param key the column that holds the id
   */
  public <T> Map<String, T> byId(String sql, Collection<String> ids, String key, Reader<T> reader)
      throws SQLException {
    Map<String, T> found = new HashMap<>();
    each(sql, ids, row -> found.put(row.getString(key), reader.read(row)));
    return found;
  }

  /** Each row of these ids; {@code sql} has one parameter, an array of texts. */
  public void each(String sql, Collection<String> ids, Taker taker) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray(String[]::new)));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
