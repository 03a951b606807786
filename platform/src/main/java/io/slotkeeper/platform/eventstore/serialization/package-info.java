/** How events are written down: under our own names and revisions, never a Java class name. */
@NullMarked
package io.slotkeeper.platform.eventstore.serialization;

import org.jspecify.annotations.NullMarked;
