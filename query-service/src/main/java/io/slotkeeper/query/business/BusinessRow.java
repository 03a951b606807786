package io.slotkeeper.query.business;

import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.query.projection.Row;

/**
 * A business as the projection has it.
 *
 * @param version sequence number of the last event in it
 */
public record BusinessRow(BusinessState state, long version) implements Row {
  @Override
  public String id() {
    return state.businessId().value();
  }
}
