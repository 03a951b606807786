/** Where a change comes from: who asked, what made them, and which chain of changes it is in. */
@NullMarked
package io.slotkeeper.platform.origin;

import org.jspecify.annotations.NullMarked;
