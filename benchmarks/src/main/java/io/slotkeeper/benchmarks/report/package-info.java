/** What was measured: its model, and how it is kept and shown. */
@NullMarked
package io.slotkeeper.benchmarks.report;

import org.jspecify.annotations.NullMarked;
