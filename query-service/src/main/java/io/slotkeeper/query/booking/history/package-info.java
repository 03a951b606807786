/** What happened to a booking, and what it was at any moment. */
@NullMarked
package io.slotkeeper.query.booking.history;

import org.jspecify.annotations.NullMarked;
