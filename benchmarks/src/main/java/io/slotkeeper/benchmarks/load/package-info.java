/** Many callers at once, and what they had to wait. */
@NullMarked
package io.slotkeeper.benchmarks.load;

import org.jspecify.annotations.NullMarked;
