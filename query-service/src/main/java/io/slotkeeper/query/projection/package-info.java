/** What every projection is made of: rows that follow from events, written a batch at a time. */
@NullMarked
package io.slotkeeper.query.projection;

import org.jspecify.annotations.NullMarked;
