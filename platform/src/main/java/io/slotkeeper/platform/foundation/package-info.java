/** Where time, ids and secrets come from, each from one place. */
@NullMarked
package io.slotkeeper.platform.foundation;

import org.jspecify.annotations.NullMarked;
