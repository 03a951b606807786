/** Sees to it that every event says where it comes from. */
@NullMarked
package io.slotkeeper.command.origin;

import org.jspecify.annotations.NullMarked;
