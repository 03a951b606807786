package io.slotkeeper.query.business;

import io.slotkeeper.api.business.BusinessState;

/**
 * A business as the projection has it.
 *
 * @param version sequence number of the last event in it
 */
public record BusinessRow(BusinessState state, long version) {}
