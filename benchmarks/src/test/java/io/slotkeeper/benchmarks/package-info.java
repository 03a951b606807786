/** Tests of what measures. */
@NullMarked
package io.slotkeeper.benchmarks;

import org.jspecify.annotations.NullMarked;
