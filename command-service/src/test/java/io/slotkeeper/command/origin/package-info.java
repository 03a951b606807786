/** Tests of how origins travel. */
@NullMarked
package io.slotkeeper.command.origin;

import org.jspecify.annotations.NullMarked;
