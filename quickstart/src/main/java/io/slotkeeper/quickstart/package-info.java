/** Both services in one process, on embedded servers and with a demo, for a first look. */
@NullMarked
package io.slotkeeper.quickstart;

import org.jspecify.annotations.NullMarked;
