package io.slotkeeper.admin.audit.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a read model.
 *
 * @param version number of the last event in it
 */
record ViewRow(long version, Map<String, @Nullable Object> columns) {
  private static final String VERSION = "version";

  static ViewRow read(ResultSet row) throws SQLException {
    var columns = new HashMap<String, @Nullable Object>();
    var about = row.getMetaData();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      // pgjdbc names timestamptz so, whose own constant it does not use.
      if (about.getColumnType(i) == Types.TIMESTAMP) {
        var value = row.getObject(i, OffsetDateTime.class);
        columns.put(about.getColumnLabel(i), value == null ? null : value.toInstant());
      } else {
        columns.put(about.getColumnLabel(i), row.getString(i));
      }
    }
    return new ViewRow(row.getLong(VERSION), columns);
  }

  /** The first column that is not as it must be. */
  Optional<String> differenceTo(Map<String, @Nullable Object> wanted, Stream<String> names) {
    return names.filter(name -> !isSame(columns.get(name), wanted.get(name))).findFirst();
  }

  /** PostgreSQL rounds to microseconds. */
  private static boolean isSame(@Nullable Object stored, @Nullable Object wanted) {
    if (stored instanceof Instant one && wanted instanceof Instant other) {
      return Math.abs(ChronoUnit.NANOS.between(one, other)) < 1_000;
    }
    return Objects.equals(stored, wanted);
  }
}
