/** Tests of the booking and of its desks. */
@NullMarked
package io.slotkeeper.command.booking;

import org.jspecify.annotations.NullMarked;
