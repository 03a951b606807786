/**
 * Two nodes of each service on a PostgreSQL, a Redis and a WhatsApp that can all be made to fail.
 */
@NullMarked
package io.slotkeeper.faults.cluster;

import org.jspecify.annotations.NullMarked;
