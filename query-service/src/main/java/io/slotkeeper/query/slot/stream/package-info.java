/**
 * Changes of slots as they become visible, as Server-Sent Events. The projections leave a row for
 * each change in their own transactions; each node reads these rows once for all who listen to it.
 */
@NullMarked
package io.slotkeeper.query.slot.stream;

import org.jspecify.annotations.NullMarked;
