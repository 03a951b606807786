/** Tests of what measures. */
@NullMarked
package io.slotkeeper.benchmarks.report;

import org.jspecify.annotations.NullMarked;
