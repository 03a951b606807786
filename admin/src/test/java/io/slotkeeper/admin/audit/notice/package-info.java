/** Tests. */
@NullMarked
package io.slotkeeper.admin.audit.notice;

import org.jspecify.annotations.NullMarked;
