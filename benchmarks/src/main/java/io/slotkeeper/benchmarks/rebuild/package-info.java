/** Rebuilds of all projections, beside the reading of the same events. */
@NullMarked
package io.slotkeeper.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
