/** The booking: it changes together with its slot, in one transaction or not at all. */
@NullMarked
package io.slotkeeper.command.booking;

import org.jspecify.annotations.NullMarked;
