/** Tests. */
@NullMarked
package io.slotkeeper.admin.doctor.settings;

import org.jspecify.annotations.NullMarked;
