/** Tests of what measures. */
@NullMarked
package io.slotkeeper.benchmarks.business;

import org.jspecify.annotations.NullMarked;
