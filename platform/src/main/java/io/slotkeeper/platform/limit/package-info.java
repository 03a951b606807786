/**
 * How many requests a client may make. All nodes count together in Redis, each remembers what it
 * was told, and without Redis each counts alone.
 */
@NullMarked
package io.slotkeeper.platform.limit;

import org.jspecify.annotations.NullMarked;
