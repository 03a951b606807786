/** Tests. */
@NullMarked
package io.slotkeeper.admin.terminal;

import org.jspecify.annotations.NullMarked;
