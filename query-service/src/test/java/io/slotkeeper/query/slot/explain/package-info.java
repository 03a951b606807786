@NullMarked
package io.slotkeeper.query.slot.explain;

import org.jspecify.annotations.NullMarked;
