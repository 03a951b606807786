package io.slotkeeper.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.query.Times;
import io.slotkeeper.testing.TestPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RowTableTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final RowTable<Note> NOTES =
      RowTable.<Note>of(
              "note",
              "note_id",
              (row, number) ->
                  new Note(
                      row.getString("note_id"),
                      row.getString("text"),
                      Times.ofOrNull(row, "read_at"),
                      row.getObject("count", Integer.class),
                      row.getString("state"),
                      row.getLong("version")))
          .text("text", Note::text)
          .time("read_at", Note::readAt)
          .number("count", Note::count)
          .json("state", Note::state);

  private final SingleConnectionDataSource connection;
  private final JdbcTemplate jdbc;

  RowTableTest() {
    var database = TestPostgres.freshDatabase();
    connection =
        new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    jdbc = new JdbcTemplate(connection);
    jdbc.execute(
        """
        CREATE TABLE public.note (
          note_id text PRIMARY KEY, text text, read_at timestamptz, count integer,
          state json NOT NULL, version bigint NOT NULL)
        """);
  }

  @AfterEach
  void disconnect() {
    connection.destroy();
  }

  @Test
  void keepsWhatItIsGiven() {
    var strange = "NULL, {\"a\"} 'b' \\ \u00fc\n";
    var rows =
        List.of(
            new Note("1", strange, NOON, Integer.MAX_VALUE, "{\"of\": [\"{}\", null]}", 0),
            new Note("2", null, null, null, "[]", Long.MAX_VALUE),
            new Note("3", "", Instant.EPOCH, -1, "\"\\\"\"", 7));
    NOTES.save(jdbc, "public", rows);

    assertThat(NOTES.find(jdbc, "public", List.of("1", "2", "3")))
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void assignsOnlyWhatIsNewer() {
    NOTES.save(jdbc, "public", List.of(note("old", 1), note("same", 2), note("new", 3)));
    var changed = new Note("old", "changed", null, null, "{}", 2);
    NOTES.save(jdbc, "public", List.of(changed, note("same", 2), note("new", 1)));

    assertThat(NOTES.find(jdbc, "public", List.of("old", "same", "new")))
        .containsExactlyInAnyOrder(changed, note("same", 2), note("new", 3));
  }

  @Test
  void preparesItsStatementOnceWhateverRowsLack() {
    var rows = new ArrayList<Note>();
    for (int round = 0; round < 30; round++) {
      boolean even = round % 2 == 0;
      rows.add(new Note("n" + round, even ? "text" : null, even ? null : NOON, round, "{}", round));
      NOTES.save(jdbc, "public", rows.reversed());
    }

    // After the fifth time PostgreSQL's driver prepares a statement, and again where its types
    // change.
    assertThat(
            jdbc.queryForList(
                """
                SELECT generic_plans + custom_plans FROM pg_prepared_statements
                 WHERE statement LIKE '%INSERT INTO public.note%'
                """,
                Integer.class))
        .singleElement()
        .satisfies(executions -> assertThat(executions).isGreaterThan(20));
  }

  @Test
  void keepsThePlanOfItsSearch() {
    for (int number = 0; number < 2000; number += 100) {
      NOTES.save(
          jdbc,
          "public",
          IntStream.range(number, number + 100).mapToObj(each -> note("n" + each, 1)).toList());
    }
    jdbc.execute("ANALYZE public.note");
    for (int number = 0; number < 20; number++) {
      assertThat(NOTES.find(jdbc, "public", List.of("n" + number))).hasSize(1);
    }

    assertThat(
            jdbc.queryForList(
                """
                SELECT generic_plans FROM pg_prepared_statements
                 WHERE statement LIKE '%FROM public.note WHERE%'
                """,
                Integer.class))
        .singleElement()
        .satisfies(count -> assertThat(count).isGreaterThan(5));
  }

  private static Note note(String id, long version) {
    return new Note(id, "text", NOON, 1, "{}", version);
  }

  private record Note(
      String id,
      @Nullable String text,
      @Nullable Instant readAt,
      @Nullable Integer count,
      String state,
      long version)
      implements Row {}
}
