@NullMarked
package io.slotkeeper.platform.redis;

import org.jspecify.annotations.NullMarked;
