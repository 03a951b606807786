/** Shows what an old Java gets to read. */
@NullMarked
package io.slotkeeper.quickstart.launch;

import org.jspecify.annotations.NullMarked;
