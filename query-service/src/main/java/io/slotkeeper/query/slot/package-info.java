/** Slots, free and taken: the projection, the listing and its endpoints. */
@NullMarked
package io.slotkeeper.query.slot;

import org.jspecify.annotations.NullMarked;
