/** How commands are dispatched: bounded locks, and conflicts retried a few times. */
@NullMarked
package io.slotkeeper.platform.commands;

import org.jspecify.annotations.NullMarked;
