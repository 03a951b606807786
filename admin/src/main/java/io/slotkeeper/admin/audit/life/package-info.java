/** What events say of one another: numbers, transitions, and slots beside bookings. */
@NullMarked
package io.slotkeeper.admin.audit.life;

import org.jspecify.annotations.NullMarked;
