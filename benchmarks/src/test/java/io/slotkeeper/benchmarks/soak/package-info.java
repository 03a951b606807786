@NullMarked
package io.slotkeeper.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
