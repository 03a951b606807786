/** Where errors are told that nobody expected; who listens is no matter of theirs. */
@NullMarked
package io.slotkeeper.platform.errors;

import org.jspecify.annotations.NullMarked;
