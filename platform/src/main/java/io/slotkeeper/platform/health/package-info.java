/** Which parts of a service work, and what it means where one does not. */
@NullMarked
package io.slotkeeper.platform.health;

import org.jspecify.annotations.NullMarked;
