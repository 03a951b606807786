package io.slotkeeper.query.projection;

import io.slotkeeper.query.Times;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * A table with one row for each aggregate: its key, a column for each part, and the version. The
 * same table exists in several schemas while a projection is rebuilt.
 */
public final class RowTable<R extends Row> {
  private static final String VERSION = "version";

  private final String name;
  private final String key;
  private final RowMapper<R> mapper;
  private final List<Column<R>> columns;

  private RowTable(String name, String key, RowMapper<R> mapper, List<Column<R>> columns) {
    this.name = name;
    this.key = key;
    this.mapper = mapper;
    this.columns = columns;
  }

  /** A table whose key is the id of the aggregate. */
  public static <R extends Row> RowTable<R> of(String name, String key, RowMapper<R> mapper) {
    return new RowTable<>(name, key, mapper, List.of());
  }

  /** With one more column; instants and enums are stored as PostgreSQL and people read them. */
  public RowTable<R> with(String column, Function<R, @Nullable Object> value) {
    return with(new Column<>(column, value, false));
  }

  /** With one more column of type json. */
  public RowTable<R> withJson(String column, Function<R, @Nullable Object> value) {
    return with(new Column<>(column, value, true));
  }

  private RowTable<R> with(Column<R> column) {
    var all = new ArrayList<>(columns);
    all.add(column);
    return new RowTable<>(name, key, mapper, List.copyOf(all));
  }

  /** The table's name, without a schema. */
  public String name() {
    return name;
  }

  /** The column of the aggregate's id. */
  public String key() {
    return key;
  }

  /** The rows of these aggregates, as far as there are any. */
  List<R> find(JdbcOperations jdbc, String schema, Collection<String> ids) {
    return jdbc.query(
        "SELECT * FROM %s.%s WHERE %s = ANY (?)".formatted(schema, name, key),
        (PreparedStatement statement) ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("text", ids.toArray(String[]::new))),
        mapper);
  }

  /** Assigns these rows; one that is already as new, or newer, stays. */
  void save(JdbcOperations jdbc, String schema, Collection<R> rows) {
    // Always in the same order, or two writers could wait for each other.
    var ordered = rows.stream().sorted(Comparator.comparing(Row::id)).toList();
    jdbc.batchUpdate(upsert(schema), ordered, ordered.size(), this::set);
  }

  private void set(PreparedStatement statement, R row) throws SQLException {
    int index = 1;
    statement.setString(index++, row.id());
    for (var column : columns) {
      var value = stored(column.value().apply(row));
      if (value == null) {
        statement.setNull(index++, Types.NULL);
      } else if (column.json()) {
        statement.setObject(index++, value, Types.OTHER);
      } else {
        statement.setObject(index++, value);
      }
    }
    statement.setLong(index, row.version());
  }

  private static @Nullable Object stored(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> Times.at(instant);
      case Enum<?> constant -> constant.name();
      case null -> null;
      default -> value;
    };
  }

  private String upsert(String schema) {
    var assigned = columnNames().skip(1).map("%1$s = excluded.%1$s"::formatted);
    return "INSERT INTO %s.%s AS present (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s WHERE present.version < excluded.version"
        .formatted(
            schema,
            name,
            columnNames().collect(Collectors.joining(", ")),
            String.join(", ", Collections.nCopies(columns.size() + 2, "?")),
            key,
            assigned.collect(Collectors.joining(", ")));
  }

  private Stream<String> columnNames() {
    return Stream.of(Stream.of(key), columns.stream().map(Column::name), Stream.of(VERSION))
        .flatMap(Function.identity());
  }

  private record Column<R>(String name, Function<R, @Nullable Object> value, boolean json) {}
}
