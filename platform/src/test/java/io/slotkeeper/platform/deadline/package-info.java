/** Tests. */
@NullMarked
package io.slotkeeper.platform.deadline;

import org.jspecify.annotations.NullMarked;
