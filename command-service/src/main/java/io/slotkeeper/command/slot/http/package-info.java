/** The endpoints through which owners keep slots free. */
@NullMarked
package io.slotkeeper.command.slot.http;

import org.jspecify.annotations.NullMarked;
