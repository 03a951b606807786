/** Tests of what is written down for an event. */
@NullMarked
package io.slotkeeper.platform.eventstore.serialization;

import org.jspecify.annotations.NullMarked;
