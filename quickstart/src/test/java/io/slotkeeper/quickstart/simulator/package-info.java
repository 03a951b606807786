/** The simulator over real HTTP, and its page in a real browser. */
@NullMarked
package io.slotkeeper.quickstart.simulator;

import org.jspecify.annotations.NullMarked;
