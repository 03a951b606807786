/** How the services do on stores of many events. */
@NullMarked
package io.slotkeeper.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
