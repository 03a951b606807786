/** Axon's JDBC event store wired to PostgreSQL, with the cures that docs/axon-notes.md lists. */
@NullMarked
package io.slotkeeper.platform.eventstore;

import org.jspecify.annotations.NullMarked;
