/** The slot: the guard against double booking, in its events and in its claim on time. */
@NullMarked
package io.slotkeeper.command.slot;

import org.jspecify.annotations.NullMarked;
