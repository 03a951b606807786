/** The slot: its commands, events, queries and views. */
@NullMarked
package io.slotkeeper.api.slot;

import org.jspecify.annotations.NullMarked;
