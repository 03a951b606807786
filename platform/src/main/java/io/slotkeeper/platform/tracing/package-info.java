/** Traces from a request through commands, events and sagas to what goes out; off by default. */
@NullMarked
package io.slotkeeper.platform.tracing;

import org.jspecify.annotations.NullMarked;
