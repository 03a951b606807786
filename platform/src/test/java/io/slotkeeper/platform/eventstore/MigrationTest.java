package io.slotkeeper.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.toy.Toys;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationTest {

  private final JdbcTemplate jdbc = new JdbcTemplate(Toys.migrated().dataSource());

  @Test
  void hasTheIndexesThatAxonsOwnTablesLack() {
    assertThat(
            jdbc.queryForList(
                "SELECT substring(indexdef from '\\(.*\\)') FROM pg_indexes"
                    + " WHERE schemaname = 'command' AND tablename = 'associationvalueentry'",
                String.class))
        .contains("(sagatype, associationkey, associationvalue)", "(sagaid, sagatype)");
  }

  @Test
  void givesOutNumbersOneAtATime() {
    assertThat(
            jdbc.queryForObject(
                "SELECT cache_size FROM pg_sequences"
                    + " WHERE sequencename = 'domainevententry_globalindex_seq'",
                Long.class))
        .isEqualTo(1);
  }

  @Test
  void keepsPayloadsInBytesAndNotInLargeObjects() {
    assertThat(
            jdbc.queryForList(
                "SELECT DISTINCT udt_name FROM information_schema.columns"
                    + " WHERE table_schema IN ('command', 'query') AND column_name IN"
                    + " ('payload', 'metadata', 'token', 'serializedsaga', 'diagnostics')",
                String.class))
        .containsExactly("bytea");
  }
}
