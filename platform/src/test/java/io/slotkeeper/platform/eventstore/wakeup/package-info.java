/** Tests of the wake-up between two event stores. */
@NullMarked
package io.slotkeeper.platform.eventstore.wakeup;

import org.jspecify.annotations.NullMarked;
