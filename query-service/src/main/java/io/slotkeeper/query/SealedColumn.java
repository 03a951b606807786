package io.slotkeeper.query;

import io.slotkeeper.api.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How sealed texts are kept in columns: as they are in the events, so that no key is needed. */
public final class SealedColumn {
  private SealedColumn() {}

  /** What is stored. */
  public static @Nullable String text(@Nullable Sealed sealed) {
    return sealed == null ? null : sealed.text();
  }

  /** A text that there always is. */
  public static Sealed of(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(ofOrNull(row, column), column);
  }

  /** A text that there may be. */
  public static @Nullable Sealed ofOrNull(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? null : new Sealed(text);
  }
}
