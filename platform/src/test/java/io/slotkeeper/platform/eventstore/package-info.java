/** Tests of the event store on real PostgreSQL. */
@NullMarked
package io.slotkeeper.platform.eventstore;

import org.jspecify.annotations.NullMarked;
