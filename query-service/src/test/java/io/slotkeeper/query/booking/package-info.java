/** Tests of what is said about bookings. */
@NullMarked
package io.slotkeeper.query.booking;

import org.jspecify.annotations.NullMarked;
