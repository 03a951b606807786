/** Who calls, how they prove it, and which of them may call what. */
@NullMarked
package io.slotkeeper.platform.security;

import org.jspecify.annotations.NullMarked;
