/** Tests. */
@NullMarked
package io.slotkeeper.admin.audit;

import org.jspecify.annotations.NullMarked;
