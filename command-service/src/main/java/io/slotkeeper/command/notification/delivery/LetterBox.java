package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.command.notification.chat.Contacts;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Puts letters into the queue of Axon, many with few statements: Axon's own way in asks three
 * questions of the database before each. Only one transaction at a time puts letters.
 */
@Component
class LetterBox {

  private static final String LAST_OF_EACH =
      """
      SELECT wanted.id,
             (SELECT max(letter.sequenceIndex) FROM command.DeadLetterEntry letter
               WHERE letter.processingGroup = ? AND letter.sequenceIdentifier = wanted.id)
        FROM unnest(?::text[]) AS wanted (id)
      """;

  private final JdbcOperations database;
  private final DueLetterStatements statements;
  private final Recipients recipients;
  private final Contacts contacts;
  private final ToldBookings told;

  LetterBox(
      JdbcOperations database,
      DueLetterStatements statements,
      Recipients recipients,
      Contacts contacts,
      ToldBookings told) {
    this.database = database;
    this.statements = statements;
    this.recipients = recipients;
    this.contacts = contacts;
    this.told = told;
  }

  /** Puts them behind those that wait for the same recipients, in this order. */
  void put(List<Letter> letters) {
    var phones = recipients.hold(letters.stream().map(Letter::says).toList());
    var news = new ArrayList<Told>();
    var addressed = new ArrayList<Addressed>();
    for (int i = 0; i < letters.size(); i++) {
      var letter = letters.get(i);
      var contact = phones.get(i).map(contacts::nameOf);
      if (letter.isNew()) {
        contact.ifPresent(name -> news.add(Told.by(letter, name)));
      }
      addressed.add(new Addressed(letter, contact.orElseGet(letter.says()::customerId)));
    }
    if (!news.isEmpty()) {
      told.note(news);
    }
    insert(addressed);
  }

  private void insert(List<Addressed> letters) {
    var last = lastOfEach(letters.stream().map(Addressed::sequence).distinct().toList());
    for (var each : letters) {
      insert(each, last.merge(each.sequence(), 1L, Long::sum));
    }
  }

  private void insert(Addressed addressed, long index) {
    var sequence = addressed.sequence();
    var letter = new GenericDeadLetter<EventMessage<?>>(sequence, addressed.letter().message());
    database.update(
        connection ->
            statements.enqueueStatement(connection, DeliveryIntake.GROUP, sequence, letter, index));
  }

  /** The index of the last letter of each sequence that waits; -1 where none does. */
  private Map<String, Long> lastOfEach(List<String> sequences) {
    var last = new HashMap<String, Long>();
    database.query(
        LAST_OF_EACH,
        (PreparedStatement statement) -> {
          statement.setString(1, DeliveryIntake.GROUP);
          statement.setArray(
              2, statement.getConnection().createArrayOf("text", sequences.toArray()));
        },
        row -> {
          long index = row.getLong(2);
          last.put(row.getString(1), row.wasNull() ? -1L : index);
        });
    return last;
  }

  /**
   * A letter and where it stands in line.
   *
   * @param sequence the recipient, who gets one letter after the other; what is for somebody who
   *     was erased meanwhile goes by the customer, and is given up where the rest is sent
   */
  private record Addressed(Letter letter, String sequence) {}
}
