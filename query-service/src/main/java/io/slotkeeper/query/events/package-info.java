/** The events themselves, for answers that say what happened and not only what came of it. */
@NullMarked
package io.slotkeeper.query.events;

import org.jspecify.annotations.NullMarked;
