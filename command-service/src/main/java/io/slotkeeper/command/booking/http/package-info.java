/** The endpoints through which bookings are made and changed. */
@NullMarked
package io.slotkeeper.command.booking.http;

import org.jspecify.annotations.NullMarked;
