/** The booking: its commands, events, queries and views. */
@NullMarked
package io.slotkeeper.api.booking;

import org.jspecify.annotations.NullMarked;
