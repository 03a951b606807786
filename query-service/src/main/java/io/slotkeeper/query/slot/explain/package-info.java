/** Why a slot can be booked or not: the rule that decides, and the event behind it. */
@NullMarked
package io.slotkeeper.query.slot.explain;

import org.jspecify.annotations.NullMarked;
