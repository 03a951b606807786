/** What is shown to people, and to machines. */
@NullMarked
package io.slotkeeper.admin.terminal;

import org.jspecify.annotations.NullMarked;
