/** How fast Slotkeeper is beside the least that could do the same work. */
@NullMarked
package io.slotkeeper.benchmarks;

import org.jspecify.annotations.NullMarked;
