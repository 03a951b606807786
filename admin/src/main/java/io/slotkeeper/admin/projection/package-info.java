/** Projections and their rebuilds. */
@NullMarked
package io.slotkeeper.admin.projection;

import org.jspecify.annotations.NullMarked;
