/** Redis and the services, as seen from here. */
@NullMarked
package io.slotkeeper.admin.doctor.reach;

import org.jspecify.annotations.NullMarked;
