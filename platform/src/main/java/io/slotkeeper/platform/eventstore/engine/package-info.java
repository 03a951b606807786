/** The event store's engine on PostgreSQL: how events are read from it. */
@NullMarked
package io.slotkeeper.platform.eventstore.engine;

import org.jspecify.annotations.NullMarked;
