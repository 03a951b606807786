package io.slotkeeper.command.notification.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's statements, but a letter is not claimed before it is due, and pages go by offset: Axon's
 * own compare the offset with the index within a sequence, and so miss all beyond the first page.
 * While WhatsApp is closed letters are left as they are until they expire: touching thousands of
 * them again and again kept PostgreSQL from everything else. Those few that do not say when are
 * looked at.
 */
final class DueLetterStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

  private static final String CLAIMABLE =
      """
      SELECT letter.* FROM command.DeadLetterEntry letter
       WHERE letter.processingGroup = ?
         AND (letter.dueAt IS NULL OR letter.dueAt <= ?)
         AND (letter.processingStarted IS NULL OR letter.processingStarted < ?)
         %s
         AND NOT EXISTS (
               SELECT 1 FROM command.DeadLetterEntry earlier
                WHERE earlier.processingGroup = letter.processingGroup
                  AND earlier.sequenceIdentifier = letter.sequenceIdentifier
                  AND earlier.sequenceIndex < letter.sequenceIndex)
       ORDER BY letter.lastTouched
      OFFSET ? LIMIT ?
      """;

  private static final String OPEN = CLAIMABLE.formatted("");
  private static final String CLOSED = CLAIMABLE.formatted("AND letter.expiresAt <= ?");

  private static final String REQUEUE =
      """
      UPDATE command.DeadLetterEntry
         SET causeType = ?, causeMessage = ?, lastTouched = ?, diagnostics = ?, dueAt = ?,
             processingStarted = NULL
       WHERE deadLetterIdentifier = ?
      """;

  private final Serializer serializer;
  private final BooleanSupplier isOpen;
  private final Clock clock;

  /**
   * @param isOpen whether there is any sense in sending
   */
  DueLetterStatements(
      DeadLetterSchema schema,
      Serializer general,
      Serializer events,
      BooleanSupplier isOpen,
      Clock clock) {
    super(
        DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
            .schema(schema)
            .genericSerializer(general)
            .eventSerializer(events));
    this.serializer = events;
    this.isOpen = isOpen;
    this.clock = clock;
  }

  @Override
  public PreparedStatement claimableSequencesStatement(
      Connection connection,
      String processingGroup,
      Instant processingStartedLimit,
      int offset,
      int maxSize)
      throws SQLException {
    boolean open = isOpen.getAsBoolean();
    var statement = connection.prepareStatement(open ? OPEN : CLOSED);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    int next = 1;
    statement.setString(next++, processingGroup);
    statement.setObject(next++, now);
    statement.setString(next++, DateTimeUtils.formatInstant(processingStartedLimit));
    if (!open) {
      statement.setObject(next++, now);
    }
    statement.setInt(next++, offset);
    statement.setInt(next, maxSize);
    return statement;
  }

  @Override
  public PreparedStatement requeueStatement(
      Connection connection,
      String letterIdentifier,
      @Nullable Cause cause,
      Instant lastTouched,
      MetaData diagnostics)
      throws SQLException {
    var statement = connection.prepareStatement(REQUEUE);
    statement.setString(1, cause == null ? null : cause.type());
    statement.setString(2, cause == null ? null : cause.message());
    statement.setString(3, DateTimeUtils.formatInstant(lastTouched));
    statement.setBytes(4, serializer.serialize(diagnostics, byte[].class).getData());
    statement.setObject(5, Tries.of(diagnostics).dueAt().atOffset(ZoneOffset.UTC));
    statement.setString(6, letterIdentifier);
    return statement;
  }
}
