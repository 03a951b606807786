package io.slotkeeper.query.freshness;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.util.List;

/**
 * What a command led to.
 *
 * @param number of the last event that was appended with the one that the token names
 * @param changed all that was appended with it
 */
record WantedState(long number, List<ConsistencyToken> changed) {}
