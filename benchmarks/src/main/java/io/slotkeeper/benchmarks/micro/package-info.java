/** Small parts alone, by JMH. */
@NullMarked
package io.slotkeeper.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
