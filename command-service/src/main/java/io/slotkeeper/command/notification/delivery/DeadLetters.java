package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationCode;
import io.slotkeeper.api.notification.NotificationCommand.FailNotification;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.command.notification.delivery.DeadLettersView.LetterView;
import io.slotkeeper.command.notification.whatsapp.WhatsAppClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The letters that wait, for whoever has to look after them. */
@Component
public class DeadLetters {

  /** The one group with a queue. */
  public static final String GROUP = DeliveryIntake.GROUP;

  private static final int MOST = 500;

  private final JdbcClient database;
  private final SequencedDeadLetterQueue<EventMessage<?>> letters;
  private final CommandGateway commands;
  private final WhatsAppClient whatsApp;
  private final DeliverySignal signal;
  private final Serializer serializer;

  DeadLetters(
      JdbcClient database,
      SequencedDeadLetterQueue<EventMessage<?>> letters,
      CommandGateway commands,
      WhatsAppClient whatsApp,
      DeliverySignal signal,
      @Qualifier("eventSerializer") Serializer serializer) {
    this.database = database;
    this.letters = letters;
    this.commands = commands;
    this.whatsApp = whatsApp;
    this.signal = signal;
    this.serializer = serializer;
  }

  /** What waits, in sequence. */
  public DeadLettersView list() {
    return new DeadLettersView(
        letters.size(),
        database
            .sql(
                """
                SELECT sequenceIdentifier, sequenceIndex, aggregateIdentifier, causeMessage,
                       enqueuedAt, diagnostics, dueAt
                  FROM command.DeadLetterEntry
                 WHERE processingGroup = :group
                 ORDER BY lastTouched, sequenceIdentifier, sequenceIndex LIMIT :most
                """)
            .param("group", GROUP)
            .param("most", MOST)
            .query(this::letter)
            .list());
  }

  /** Makes all letters due now; how many there are. */
  public int retry() {
    int due =
        database
            .sql("UPDATE command.DeadLetterEntry SET dueAt = NULL WHERE processingGroup = :group")
            .param("group", GROUP)
            .update();
    signalAfterCommit();
    return due;
  }

  /** Workers see what is due when the transaction of the caller, if there is one, has ended. */
  private void signalAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      signal.give();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.give();
          }
        });
  }

  /** Gives up every letter of a sequence; how many there were. */
  public int discard(String sequence) {
    int discarded = 0;
    for (DeadLetter<? extends EventMessage<?>> letter : letters.deadLetterSequence(sequence)) {
      var event = (NotificationEvent) letter.message().getPayload();
      commands.sendAndWait(
          new FailNotification(
              new NotificationId(event.notificationId()), NotificationCode.DISCARDED, null));
      letters.evict(letter);
      discarded++;
    }
    return discarded;
  }

  private LetterView letter(ResultSet row, int number) throws SQLException {
    return new LetterView(
        GROUP,
        row.getString("sequenceIdentifier"),
        row.getLong("sequenceIndex"),
        row.getString("aggregateIdentifier"),
        cause(row.getString("causeMessage")),
        Tries.of(diagnostics(row.getBytes("diagnostics"))).count(),
        Instant.parse(row.getString("enqueuedAt")),
        instant(row.getObject("dueAt", OffsetDateTime.class)));
  }

  private @Nullable String cause(@Nullable String stored) {
    return stored == null && !whatsApp.isOpenForBusiness() ? Delivery.CLOSED : stored;
  }

  private MetaData diagnostics(byte @Nullable [] stored) {
    if (stored == null) {
      return MetaData.emptyInstance();
    }
    MetaData diagnostics =
        serializer.deserialize(
            new SimpleSerializedObject<>(stored, byte[].class, MetaData.class.getName(), null));
    return diagnostics == null ? MetaData.emptyInstance() : diagnostics;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
