/** Tests of streams over HTTP. */
@NullMarked
package io.slotkeeper.query.slot.stream;

import org.jspecify.annotations.NullMarked;
