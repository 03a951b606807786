/** Tests of what is said about slots. */
@NullMarked
package io.slotkeeper.query.slot;

import org.jspecify.annotations.NullMarked;
