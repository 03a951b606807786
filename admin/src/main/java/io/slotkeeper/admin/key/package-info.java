/** Keys, tokens and secrets. */
@NullMarked
package io.slotkeeper.admin.key;

import org.jspecify.annotations.NullMarked;
