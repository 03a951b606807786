@NullMarked
package io.slotkeeper.platform.eventstore.engine;

import org.jspecify.annotations.NullMarked;
