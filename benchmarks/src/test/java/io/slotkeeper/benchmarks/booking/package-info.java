/** Tests of what measures. */
@NullMarked
package io.slotkeeper.benchmarks.booking;

import org.jspecify.annotations.NullMarked;
