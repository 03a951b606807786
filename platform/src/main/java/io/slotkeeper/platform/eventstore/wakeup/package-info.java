/** Wakes the readers of the event store when another process has appended to it. */
@NullMarked
package io.slotkeeper.platform.eventstore.wakeup;

import org.jspecify.annotations.NullMarked;
