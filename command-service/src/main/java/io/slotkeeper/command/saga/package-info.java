/** What follows from a booking in time: its deadlines, and who is told. */
@NullMarked
package io.slotkeeper.command.saga;

import org.jspecify.annotations.NullMarked;
