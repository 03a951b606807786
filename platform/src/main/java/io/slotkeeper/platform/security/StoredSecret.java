package io.slotkeeper.platform.security;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.foundation.StartupWait;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The secret behind customers' tokens, which all nodes of both services share through the database.
 * command-service makes it, whichever of its nodes is first; query-service waits for it.
 */
public final class StoredSecret {
  private static final String NAME = "manage-token";

  private final JdbcOperations database;

  /** The secret in this database. */
  public StoredSecret(JdbcOperations database) {
    this.database = database;
  }

  /** Makes the secret unless it exists. */
  public byte[] createIfAbsent(Secrets secrets) {
    database.update(
        "INSERT INTO command.secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        NAME,
        secrets.newBytes());
    var stored = find();
    if (stored == null) {
      throw new IllegalStateException("the secret was deleted while it was made");
    }
    return stored;
  }

  /** Waits until the secret exists. */
  public byte[] await() {
    return StartupWait.until(
        "command-service to make the secret of customers' tokens", this::findOrNothing);
  }

  private byte @Nullable [] findOrNothing() {
    try {
      return find();
    } catch (DataAccessException notYet) {
      return null;
    }
  }

  private byte @Nullable [] find() {
    var values =
        database.queryForList(
            "SELECT value FROM command.secret WHERE name = ?", byte[].class, NAME);
    return values.isEmpty() ? null : values.getFirst();
  }
}
