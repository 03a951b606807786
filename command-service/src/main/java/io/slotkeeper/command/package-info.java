/** Decides: the only module that appends events. */
@NullMarked
package io.slotkeeper.command;

import org.jspecify.annotations.NullMarked;
