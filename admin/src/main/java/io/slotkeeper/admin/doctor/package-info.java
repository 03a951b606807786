/** Looks for what is wrong with an installation, and says how to mend it. */
@NullMarked
package io.slotkeeper.admin.doctor;

import org.jspecify.annotations.NullMarked;
