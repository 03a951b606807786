/** What the few commands of the query side answer to keys. */
@NullMarked
package io.slotkeeper.query.idempotency;

import org.jspecify.annotations.NullMarked;
