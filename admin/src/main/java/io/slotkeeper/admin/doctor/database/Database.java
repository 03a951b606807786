package io.slotkeeper.admin.doctor.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection that only reads. */
record Database(Connection connection) {

  /** Makes something of a row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The first column of the only row, as text. */
  String text(String sql) throws SQLException {
    return rows(sql, row -> String.valueOf(row.getString(1))).getFirst();
  }

  long number(String sql) throws SQLException {
    return rows(sql, row -> row.getLong(1)).getFirst();
  }

  <T> List<T> rows(String sql, Reader<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }
}
