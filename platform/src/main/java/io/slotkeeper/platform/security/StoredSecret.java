package io.slotkeeper.platform.security;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.foundation.StartupWait;
import io.slotkeeper.platform.privacy.StoredMasterKey;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A secret that all nodes of both services share through the database. command-service makes it,
 * whichever of its nodes is first; query-service waits for it.
 */
public final class StoredSecret {
  private final JdbcOperations database;
  private final String name;

  private StoredSecret(JdbcOperations database, String name) {
    this.database = database;
    this.name = name;
  }

  /** What customers' tokens are signed with. */
  public static StoredSecret ofManageTokens(JdbcOperations database) {
    return new StoredSecret(database, "manage-token");
  }

  /** What the keys of customers are sealed with. */
  public static StoredMasterKey masterKey(JdbcOperations database, Secrets secrets) {
    var stored = new StoredSecret(database, "master-key");
    return stored.asMasterKey(() -> stored.createIfAbsent(secrets));
  }

  /** The same, where command-service has to make it. */
  public static StoredMasterKey masterKeyOfOthers(JdbcOperations database) {
    var stored = new StoredSecret(database, "master-key");
    return stored.asMasterKey(stored::await);
  }

  private StoredMasterKey asMasterKey(Supplier<byte[]> need) {
    return new StoredMasterKey() {
      @Override
      public byte[] need() {
        return need.get();
      }

      @Override
      public Optional<byte[]> find() {
        return findIfMigrated();
      }
    };
  }

  /** Makes the secret unless it exists. */
  public byte[] createIfAbsent(Secrets secrets) {
    database.update(
        "INSERT INTO command.secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        name,
        secrets.newBytes());
    var stored = find();
    if (stored == null) {
      throw new IllegalStateException("the secret was deleted while it was made");
    }
    return stored;
  }

  /** Waits until the secret exists. */
  public byte[] await() {
    return StartupWait.until("command-service to make the secret " + name, this::findOrNothing);
  }

  private Optional<byte[]> findIfMigrated() {
    try {
      return Optional.ofNullable(find());
    } catch (BadSqlGrammarException noSuchTableYet) {
      return Optional.empty();
    }
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
            "SELECT value FROM command.secret WHERE name = ?", byte[].class, name);
    return values.isEmpty() ? null : values.getFirst();
  }
}
