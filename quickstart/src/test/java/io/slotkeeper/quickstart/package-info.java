/** Shows that quickstart starts, stops, refuses and survives as it says. */
@NullMarked
package io.slotkeeper.quickstart;

import org.jspecify.annotations.NullMarked;
