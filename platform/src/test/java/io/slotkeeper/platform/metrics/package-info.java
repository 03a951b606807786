@NullMarked
package io.slotkeeper.platform.metrics;

import org.jspecify.annotations.NullMarked;
