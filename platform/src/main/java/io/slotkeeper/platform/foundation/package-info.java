/** Where time, ids, secrets and digests come from, each from one place. */
@NullMarked
package io.slotkeeper.platform.foundation;

import org.jspecify.annotations.NullMarked;
