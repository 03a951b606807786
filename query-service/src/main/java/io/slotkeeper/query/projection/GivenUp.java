package io.slotkeeper.query.projection;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The aggregates of which an administrator has given up events that a projection could not take.
 */
@Component
class GivenUp {
  private static final Logger log = LoggerFactory.getLogger(GivenUp.class);

  private final JdbcOperations jdbc;

  GivenUp(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  void add(String projection, String aggregateId) {
    jdbc.update(
        """
        INSERT INTO query.given_up (projection, aggregate_id) VALUES (?, ?)
        ON CONFLICT DO NOTHING
        """,
        projection,
        aggregateId);
  }

  private boolean contains(String projection, String aggregateId) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            SELECT EXISTS (
              SELECT 1 FROM query.given_up WHERE projection = ? AND aggregate_id = ?)
            """,
            Boolean.class,
            projection,
            aggregateId));
  }

  /** Passes over what a handler cannot take, where it was given up before. */
  EventMessageHandler passingOver(String projection, EventMessageHandler handler) {
    return new EventMessageHandler() {
      @Override
      public @Nullable Object handle(EventMessage<?> message) throws Exception {
        try {
          return handler.handle(message);
        } catch (RuntimeException e) {
          if (!Poison.isOfTheEvent(e) || !isGivenUp(projection, message)) {
            throw e;
          }
          log.info("{} passes over event {}, as before", projection, message.getIdentifier());
          return null;
        }
      }

      @Override
      public boolean canHandle(EventMessage<?> message) {
        return handler.canHandle(message);
      }

      @Override
      public boolean canHandleType(Class<?> payloadType) {
        return handler.canHandleType(payloadType);
      }
    };
  }

  private boolean isGivenUp(String projection, EventMessage<?> message) {
    return message instanceof DomainEventMessage<?> event
        && contains(projection, event.getAggregateIdentifier());
  }
}
