/** Tests of the keys of what is personal. */
@NullMarked
package io.slotkeeper.command.privacy;

import org.jspecify.annotations.NullMarked;
