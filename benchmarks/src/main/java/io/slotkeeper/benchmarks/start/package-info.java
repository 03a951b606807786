/** From the start of a process to its first answer. */
@NullMarked
package io.slotkeeper.benchmarks.start;

import org.jspecify.annotations.NullMarked;
