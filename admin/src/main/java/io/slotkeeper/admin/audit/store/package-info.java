/** What is stored, as one moment has it, and what is wrong with it. */
@NullMarked
package io.slotkeeper.admin.audit.store;

import org.jspecify.annotations.NullMarked;
