/** A business's bookings as a calendar that its owner's calendar program subscribes to. */
@NullMarked
package io.slotkeeper.query.calendar;

import org.jspecify.annotations.NullMarked;
