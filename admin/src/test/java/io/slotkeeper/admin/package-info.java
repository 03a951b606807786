/** Tests. */
@NullMarked
package io.slotkeeper.admin;

import org.jspecify.annotations.NullMarked;
