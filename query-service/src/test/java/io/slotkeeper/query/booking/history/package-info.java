@NullMarked
package io.slotkeeper.query.booking.history;

import org.jspecify.annotations.NullMarked;
