/** Tests of what measures. */
@NullMarked
package io.slotkeeper.benchmarks.load;

import org.jspecify.annotations.NullMarked;
