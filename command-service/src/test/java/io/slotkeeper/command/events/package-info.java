/** Tests of the form of stored events. */
@NullMarked
package io.slotkeeper.command.events;

import org.jspecify.annotations.NullMarked;
