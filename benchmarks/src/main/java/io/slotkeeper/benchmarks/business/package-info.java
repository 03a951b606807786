/** Businesses that are measured, and what is asked of them. */
@NullMarked
package io.slotkeeper.benchmarks.business;

import org.jspecify.annotations.NullMarked;
