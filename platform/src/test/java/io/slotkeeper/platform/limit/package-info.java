/** Tests of limits. */
@NullMarked
package io.slotkeeper.platform.limit;

import org.jspecify.annotations.NullMarked;
