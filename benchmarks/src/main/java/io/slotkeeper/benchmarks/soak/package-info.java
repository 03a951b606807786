/** An hour under load: what grows, what slows down, what is lost. */
@NullMarked
package io.slotkeeper.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
