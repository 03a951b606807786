/** What the limits of requests cost, and what they keep away. */
@NullMarked
package io.slotkeeper.benchmarks.limiter;

import org.jspecify.annotations.NullMarked;
