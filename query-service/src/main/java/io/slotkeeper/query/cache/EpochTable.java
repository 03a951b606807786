package io.slotkeeper.query.cache;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.cache_epoch}. */
@Component
class EpochTable {
  private final JdbcClient jdbc;

  EpochTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long read() {
    return jdbc.sql("SELECT epoch FROM query.cache_epoch").query(Long.class).single();
  }

  /** The epoch with this Redis; a new one where it was another Redis before. */
  long readWith(String server) {
    var row =
        jdbc.sql("SELECT epoch, server FROM query.cache_epoch")
            .query((found, number) -> new Row(found.getLong(1), found.getString(2)))
            .single();
    if (Objects.equals(row.server(), server)) {
      return row.epoch();
    }
    jdbc.sql(
            """
            UPDATE query.cache_epoch SET epoch = epoch + 1, server = :server
             WHERE server IS DISTINCT FROM :server
            """)
        .param("server", server)
        .update();
    return read();
  }

  void raise() {
    jdbc.sql("UPDATE query.cache_epoch SET epoch = epoch + 1").update();
  }

  private record Row(long epoch, @Nullable String server) {}
}
