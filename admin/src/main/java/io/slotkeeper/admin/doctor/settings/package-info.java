/** Settings as the services would read them, and what is wrong with them. */
@NullMarked
package io.slotkeeper.admin.doctor.settings;

import org.jspecify.annotations.NullMarked;
