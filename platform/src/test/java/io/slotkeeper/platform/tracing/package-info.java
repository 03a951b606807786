/** How traces are made and scrubbed, and logs that name them. */
@NullMarked
package io.slotkeeper.platform.tracing;

import org.jspecify.annotations.NullMarked;
