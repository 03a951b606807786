/** A tiny domain that the tests store. */
@NullMarked
package io.slotkeeper.platform.toy;

import org.jspecify.annotations.NullMarked;
