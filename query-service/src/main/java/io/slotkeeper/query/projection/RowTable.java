package io.slotkeeper.query.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    return new RowTable<>(
        name,
        key,
        mapper,
        List.of(new Column<>(key, "text", Row::id), new Column<>(VERSION, "int8", Row::version)));
  }

  /** With one more column of type text, where enums are stored by their names. */
  public RowTable<R> text(String column, Function<R, @Nullable Object> value) {
    return with(new Column<>(column, "text", row -> nameOf(value.apply(row))));
  }

  /** With one more column of type timestamptz. */
  public RowTable<R> time(String column, Function<R, @Nullable Instant> value) {
    return with(new Column<>(column, "timestamptz", value::apply));
  }

  /** With one more column of type integer or bigint. */
  public RowTable<R> number(String column, Function<R, @Nullable Number> value) {
    return with(new Column<>(column, "int8", value::apply));
  }

  /** With one more column of type json. */
  public RowTable<R> json(String column, Function<R, String> value) {
    return with(new Column<>(column, "json", value::apply));
  }

  private static @Nullable Object nameOf(@Nullable Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value;
  }

  private RowTable<R> with(Column<R> column) {
    var all = new ArrayList<>(columns);
    // The version is the last one.
    all.add(all.size() - 1, column);
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
        // In a query of its own their number makes no difference, and PostgreSQL keeps its plan.
        "SELECT * FROM %s.%s WHERE %s = ANY ((SELECT ?)::text[])".formatted(schema, name, key),
        (PreparedStatement statement) ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("text", ids.toArray(String[]::new))),
        mapper);
  }

  /** Assigns these rows; one that is already as new, or newer, stays. */
  void save(JdbcOperations jdbc, String schema, Collection<R> rows) {
    // Always in the same order, or two writers could wait for each other.
    var ordered = rows.stream().sorted(Comparator.comparing(Row::id)).toList();
    jdbc.update(
        upsert(schema),
        statement -> {
          int index = 1;
          for (var column : columns) {
            statement.setArray(index++, column.of(ordered, statement.getConnection()));
          }
        });
  }

  /** The same statement for any number of rows, whatever they lack: it is prepared once. */
  private String upsert(String schema) {
    return """
        INSERT INTO %s.%s AS present (%s) SELECT * FROM unnest(%s)
          ON CONFLICT (%s) DO UPDATE SET %s WHERE present.version < excluded.version
        """
        .formatted(
            schema,
            name,
            listed(columns, Column::name),
            listed(columns, column -> "?::" + column.type() + "[]"),
            key,
            listed(
                columns.subList(1, columns.size()),
                column -> "%1$s = excluded.%1$s".formatted(column.name())));
  }

  private static <R> String listed(List<Column<R>> columns, Function<Column<R>, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(", "));
  }

  /**
   * A column.
   *
   * @param type by PostgreSQL's name of it
   */
  private record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

    /** What it is in all of these rows. */
    Array of(List<R> rows, Connection connection) throws SQLException {
      return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
  }
}
