/** Whether the read models say what the events say. */
@NullMarked
package io.slotkeeper.admin.audit.view;

import org.jspecify.annotations.NullMarked;
