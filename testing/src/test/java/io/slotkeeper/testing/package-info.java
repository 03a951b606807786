/** Tests of what tests run on. */
@NullMarked
package io.slotkeeper.testing;

import org.jspecify.annotations.NullMarked;
