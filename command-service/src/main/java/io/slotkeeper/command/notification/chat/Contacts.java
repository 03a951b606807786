package io.slotkeeper.command.notification.chat;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.privacy.PhoneHashes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** What is known of people by their messages, under a keyed hash in place of their numbers. */
@Component
public class Contacts {

  private static final String PURPOSE = "whatsapp-contact/1";
  private static final Duration WINDOW = Duration.ofHours(24);

  private final JdbcOperations database;
  private final PhoneHashes hashes;
  private final Clock clock;

  Contacts(JdbcOperations database, PhoneHashes hashes, Clock clock) {
    this.database = database;
    this.hashes = hashes;
    this.clock = clock;
  }

  /** Whether they wrote in the last 24 hours, so that they may be sent more than templates. */
  public boolean isWindowOpen(PhoneNumber person) {
    return holds(person, "last_inbound_at > ?", Timestamp.from(clock.instant().minus(WINDOW)));
  }

  /** Whether they want no messages. */
  public boolean isStopped(PhoneNumber person) {
    return holds(person, "stopped_since IS NOT NULL");
  }

  /** Notes that they wrote then; an older message that comes late changes nothing. */
  public void heard(PhoneNumber person, Instant at) {
    var now = clock.instant();
    database.update(
        """
        INSERT INTO command.whatsapp_contact AS known (contact_hash, last_inbound_at)
        VALUES (?, ?)
        ON CONFLICT (contact_hash) DO UPDATE SET last_inbound_at = excluded.last_inbound_at
        WHERE known.last_inbound_at < excluded.last_inbound_at\
        """,
        hash(person),
        Timestamp.from(at.isAfter(now) ? now : at));
  }

  /**
   * Notes that they want messages or none; whether that was their latest word. Meta's times are
   * whole seconds: of two in the same one, STOP holds.
   */
  boolean prefers(PhoneNumber person, boolean stop, Instant at) {
    var time = Timestamp.from(at);
    return database.update(
            """
            UPDATE command.whatsapp_contact SET stopped_since = ?, preference_at = ?
            WHERE contact_hash = ?
              AND (preference_at IS NULL OR preference_at < ? OR (preference_at = ? AND ?))\
            """,
            stop ? time : null,
            time,
            hash(person),
            time,
            time,
            stop)
        == 1;
  }

  /** Whether they were not helped today; from now on they were. */
  boolean mayHelp(PhoneNumber person) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return database.update(
            """
            UPDATE command.whatsapp_contact SET helped_on = ?
            WHERE contact_hash = ? AND (helped_on IS NULL OR helped_on < ?)\
            """,
            today,
            hash(person),
            today)
        == 1;
  }

  private boolean holds(PhoneNumber person, String condition, Object... arguments) {
    var all = new Object[arguments.length + 1];
    all[0] = hash(person);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return !database
        .queryForList(
            "SELECT 1 FROM command.whatsapp_contact WHERE contact_hash = ? AND " + condition,
            Integer.class,
            all)
        .isEmpty();
  }

  /** A name for somebody that does not give the number away. */
  public String nameOf(PhoneNumber person) {
    return HexFormat.of().formatHex(hash(person));
  }

  private byte[] hash(PhoneNumber person) {
    return hashes.of(PURPOSE, person);
  }
}
