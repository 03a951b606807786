/** Tests of the slot and of its claim on time. */
@NullMarked
package io.slotkeeper.command.slot;

import org.jspecify.annotations.NullMarked;
