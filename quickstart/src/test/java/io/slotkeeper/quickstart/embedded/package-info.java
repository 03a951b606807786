/** Shows that the embedded servers keep their data and leave nothing behind. */
@NullMarked
package io.slotkeeper.quickstart.embedded;

import org.jspecify.annotations.NullMarked;
