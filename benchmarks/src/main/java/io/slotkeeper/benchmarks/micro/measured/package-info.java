/** What JMH measures, each method alone. */
@NullMarked
package io.slotkeeper.benchmarks.micro.measured;

import org.jspecify.annotations.NullMarked;
