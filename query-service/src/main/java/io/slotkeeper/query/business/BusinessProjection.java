package io.slotkeeper.query.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.query.ReadModelOutOfStep;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** Keeps each business in the state that the command side sees. */
@Component
@ProcessingGroup("businesses")
class BusinessProjection {
  private final BusinessTable table;

  BusinessProjection(BusinessTable table) {
    this.table = table;
  }

  @EventHandler
  void on(BusinessEvent event, @SequenceNumber long sequenceNumber) {
    var known = table.find(new BusinessId(event.businessId()));
    if (known.isPresent() && known.get().version() >= sequenceNumber) {
      return;
    }
    var state =
        known.map(row -> row.state().after(event)).orElseGet(() -> begin(event, sequenceNumber));
    table.save(state, sequenceNumber);
  }

  private static BusinessState begin(BusinessEvent event, long sequenceNumber) {
    if (event instanceof BusinessRegistered registered) {
      return BusinessState.begin(registered);
    }
    throw new ReadModelOutOfStep(event.businessId(), sequenceNumber);
  }
}
