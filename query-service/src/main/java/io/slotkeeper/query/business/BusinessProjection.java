package io.slotkeeper.query.business;

import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.RowTable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps each business in the state that the command side sees. */
@Component
class BusinessProjection implements Projection<BusinessEvent, BusinessRow> {
  @Override
  public String name() {
    return "businesses";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<BusinessEvent> events() {
    return BusinessEvent.class;
  }

  @Override
  public RowTable<BusinessRow> table() {
    return BusinessTable.ROWS;
  }

  @Override
  public BusinessRow begin(BusinessEvent event, long version, Instant at) {
    if (event instanceof BusinessRegistered registered) {
      return new BusinessRow(BusinessState.begin(registered), version);
    }
    throw new ReadModelOutOfStep(event.businessId(), version);
  }

  @Override
  public BusinessRow after(BusinessRow row, BusinessEvent event, long version, Instant at) {
    return new BusinessRow(row.state().after(event), version);
  }
}
