/** No request waits for long, not even for a database that has stopped to answer. */
@NullMarked
package io.slotkeeper.platform.deadline;

import org.jspecify.annotations.NullMarked;
