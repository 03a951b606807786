/** Writes a year of bookings into an empty event store, as the services would have written it. */
@NullMarked
package io.slotkeeper.benchmarks.growth.year;

import org.jspecify.annotations.NullMarked;
