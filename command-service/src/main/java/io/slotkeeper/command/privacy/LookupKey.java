package io.slotkeeper.command.privacy;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.privacy.MasterKey;
import org.springframework.jdbc.core.JdbcOperations;

/** The key under which numbers are hashed, kept in the database under the master key. */
final class LookupKey {
  static final String NAME = "lookup-key";
  static final String PURPOSE = "lookup-key/1";

  private LookupKey() {}

  /** The one that there is, or else a new one. */
  static byte[] need(JdbcOperations database, MasterKey masterKey, Secrets secrets) {
    database.update(
        "INSERT INTO command.secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        NAME,
        masterKey.seal(secrets.newBytes(), PURPOSE));
    var sealed =
        database
            .queryForList("SELECT value FROM command.secret WHERE name = ?", byte[].class, NAME)
            .getFirst();
    return masterKey.open(sealed, PURPOSE);
  }
}
