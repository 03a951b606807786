/** Bookings as they are now: the projection, the questions and their endpoints. */
@NullMarked
package io.slotkeeper.query.booking;

import org.jspecify.annotations.NullMarked;
