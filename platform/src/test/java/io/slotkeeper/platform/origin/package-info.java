/** Tests of origins. */
@NullMarked
package io.slotkeeper.platform.origin;

import org.jspecify.annotations.NullMarked;
