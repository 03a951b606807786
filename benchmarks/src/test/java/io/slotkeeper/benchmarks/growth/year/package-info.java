@NullMarked
package io.slotkeeper.benchmarks.growth.year;

import org.jspecify.annotations.NullMarked;
