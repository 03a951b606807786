/** How services talk to Redis, whatever they keep there. */
@NullMarked
package io.slotkeeper.platform.redis;

import org.jspecify.annotations.NullMarked;
