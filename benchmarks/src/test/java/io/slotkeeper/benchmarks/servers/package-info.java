/** Tests of what measures. */
@NullMarked
package io.slotkeeper.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
