package io.slotkeeper.query;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessEvent.ApiKeyRotated;
import io.slotkeeper.platform.security.ManageTokens;
import io.slotkeeper.platform.security.OwnerKeys;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/**
 * A service that reads what another context appends to its store. Tests of a JVM share the service;
 * each has a history of its own.
 */
public final class Recording {
  private static final List<String> PROCESSORS = List.of("businesses", "slots", "bookings");

  private final QueryService service = Shared.SERVICE;
  private final History history = service.history();
  private int appended;

  public Recording() {
    service.clock().set(QueryService.NOW);
  }

  public QueryService service() {
    return service;
  }

  public History history() {
    return history;
  }

  public Http anyone() {
    return new Http(service, null);
  }

  /** Whoever holds the key of a business; it is a new one. */
  public Http owner(BusinessId businessId) {
    var key = service.context().getBean(OwnerKeys.class).newKey(businessId);
    history.add(new ApiKeyRotated(businessId.value(), key.hash()));
    return new Http(service, key.text());
  }

  public Http customer(BookingId bookingId) {
    return new Http(service, service.context().getBean(ManageTokens.class).tokenOf(bookingId));
  }

  public void passes(Duration time) {
    service.clock().set(service.clock().instant().plus(time));
  }

  /** Appends what is new in the history. */
  public void append() {
    var events = history.events();
    Shared.WRITER.append(events.subList(appended, events.size()));
    appended = events.size();
  }

  /** The same, and waits until the projections know of it. */
  public void appendAndProject() {
    append();
    long last =
        service
            .jdbc()
            .sql("SELECT max(globalIndex) FROM command.DomainEventEntry")
            .query(Long.class)
            .single();
    PROCESSORS.forEach(
        name -> await().pollInterval(Duration.ofMillis(2)).until(() -> position(name) >= last));
  }

  public StreamingEventProcessor processor(String name) {
    return service
        .context()
        .getBean(EventProcessingConfiguration.class)
        .eventProcessor(name, StreamingEventProcessor.class)
        .orElseThrow();
  }

  private long position(String name) {
    return processor(name).processingStatus().values().stream()
        .mapToLong(status -> status.getCurrentPosition().orElse(-1))
        .min()
        .orElse(-1);
  }

  private static final class Shared {
    static final QueryService SERVICE = QueryService.start();
    static final EventWriter WRITER = EventWriter.start(SERVICE.database());
  }
}
