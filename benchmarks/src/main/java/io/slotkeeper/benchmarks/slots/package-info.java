/** Lists of slots, from Redis and without it. */
@NullMarked
package io.slotkeeper.benchmarks.slots;

import org.jspecify.annotations.NullMarked;
