package io.slotkeeper.platform.limit;

import java.time.Duration;

/**
 * What is left of a client's permits.
 *
 * @param allowed whether the request could be charged
 * @param remaining permits
 * @param reset until the permits are all there again, or, where nothing was charged, until there
 *     are any
 */
record Quota(Charge charge, boolean allowed, long remaining, Duration reset) {}
