/** Bookings: how many, how fast, beside a hot slot, and how soon others see them. */
@NullMarked
package io.slotkeeper.benchmarks.booking;

import org.jspecify.annotations.NullMarked;
