package io.slotkeeper.platform.idempotency;

import io.slotkeeper.platform.foundation.Sha256;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.problem.ProblemWriter;
import io.slotkeeper.platform.security.Signatures;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers that were given, by the keys that they were asked with. Neither the keys nor what was
 * asked can be read from the table, and the answers are sealed: they hold credentials.
 */
public final class IdempotencyKeys {
  private static final String PURPOSE = "idempotent-answer:";
  private static final int AT_A_TIME = 1_000;
  private static final Duration SOON = Duration.ofSeconds(1);

  private final JdbcOperations database;
  private final TransactionOperations transactions;
  private final String table;
  private final Duration keep;
  private final MasterKey masterKey;
  private final Signatures signatures;
  private final JsonMapper json;
  private final ProblemWriter problems;
  private final Outcomes outcomes;
  private final Clock clock;

  IdempotencyKeys(
      JdbcOperations database,
      TransactionOperations transactions,
      IdempotencyTable table,
      IdempotencySettings settings,
      MasterKey masterKey,
      Signatures signatures,
      JsonMapper json,
      ProblemWriter problems,
      Outcomes outcomes,
      Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.table = table.name();
    this.keep = settings.keep();
    this.masterKey = masterKey;
    this.signatures = signatures;
    this.json = json;
    this.problems = problems;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** Forgets the answers whose time has passed, few in each transaction. */
  public void forgetOld() {
    var end = clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
    int deleted;
    do {
      deleted =
          database.update(
              """
              DELETE FROM %1$s WHERE key_hash IN
                (SELECT key_hash FROM %1$s WHERE created_at < ? ORDER BY created_at LIMIT ?)
              """
                  .formatted(table),
              end,
              AT_A_TIME);
    } while (deleted == AT_A_TIME);
  }

  ProblemWriter problems() {
    return problems;
  }

  <T> T inTransaction(Supplier<T> work) {
    return transactions.<T>execute(status -> work.get());
  }

  void runInTransaction(Runnable work) {
    transactions.executeWithoutResult(status -> work.run());
  }

  /** Says which key it is; of one service, since both lock in the same database. */
  byte[] hashOf(String key) {
    return Sha256.of(table + "\n" + key);
  }

  /** With a secret key: what is asked can be guessed, and is personal. */
  byte[] fingerprintOf(String content) {
    return signatures.sign("idempotent-request", content);
  }

  /**
   * Takes the lock of the key until the transaction ends, and looks for the answer.
   *
   * @throws ProblemException where another request holds the lock, or was asked something else
   */
  Optional<KeptAnswer> find(byte[] keyHash, byte[] fingerprint) {
    // Two statements in one round trip: a single one would look at what was there before its lock.
    var row =
        database.execute(
            "SELECT pg_try_advisory_xact_lock(?); SELECT fingerprint, answer FROM %s WHERE key_hash = ?"
                .formatted(table),
            (PreparedStatement statement) -> lockAndLook(statement, keyHash));
    if (row == null) {
      return Optional.empty();
    }
    if (!MessageDigest.isEqual(row.fingerprint(), fingerprint)) {
      outcomes.count("reused");
      throw ProblemException.of(
          ProblemCode.IDEMPOTENCY_KEY_REUSED, "This key was used for another request.");
    }
    outcomes.count("repeated");
    return Optional.of(
        json.readValue(masterKey.open(row.answer(), purpose(keyHash)), KeptAnswer.class));
  }

  private @Nullable Row lockAndLook(PreparedStatement statement, byte[] keyHash)
      throws SQLException {
    statement.setLong(1, lockOf(keyHash));
    statement.setBytes(2, keyHash);
    statement.execute();
    try (var lock = statement.getResultSet()) {
      lock.next();
      if (!lock.getBoolean(1)) {
        outcomes.count("in-flight");
        throw ProblemException.of(
                ProblemCode.IDEMPOTENCY_IN_FLIGHT,
                "A request with this key is being answered. Try again shortly.")
            .retryAfter(SOON);
      }
    }
    statement.getMoreResults();
    try (var found = statement.getResultSet()) {
      return found.next() ? new Row(found.getBytes(1), found.getBytes(2)) : null;
    }
  }

  /** Keeps an answer in the transaction that holds the lock of the key. */
  void keep(byte[] keyHash, byte[] fingerprint, ResponseEntity<?> answer) {
    database.update(
        "INSERT INTO %s (key_hash, fingerprint, answer, created_at) VALUES (?, ?, ?, ?)"
            .formatted(table),
        keyHash,
        fingerprint,
        sealed(keyHash, answer),
        now());
    outcomes.countAfterCommit("first");
  }

  /**
   * Keeps an answer in a transaction of its own, which is one round trip.
   *
   * @return false where the key has an answer already, or another request holds its lock
   */
  boolean keepIfFirst(byte[] keyHash, byte[] fingerprint, ResponseEntity<?> answer) {
    int kept =
        database.update(
            """
            WITH key AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(?) AS is_held)
            INSERT INTO %s (key_hash, fingerprint, answer, created_at)
            SELECT ?, ?, ?, ? FROM key WHERE is_held
            ON CONFLICT DO NOTHING
            """
                .formatted(table),
            lockOf(keyHash),
            keyHash,
            fingerprint,
            sealed(keyHash, answer),
            now());
    if (kept == 1) {
      outcomes.count("first");
    }
    return kept == 1;
  }

  private byte[] sealed(byte[] keyHash, ResponseEntity<?> answer) {
    return masterKey.seal(json.writeValueAsBytes(KeptAnswer.of(answer, json)), purpose(keyHash));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static long lockOf(byte[] keyHash) {
    return ByteBuffer.wrap(keyHash).getLong();
  }

  /** An answer can be opened in its own row alone. */
  private static String purpose(byte[] keyHash) {
    return PURPOSE + HexFormat.of().formatHex(keyHash);
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Row(byte[] fingerprint, byte[] answer) {}
}
