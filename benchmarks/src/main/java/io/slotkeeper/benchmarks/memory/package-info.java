/** What processes keep of the machine. */
@NullMarked
package io.slotkeeper.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
