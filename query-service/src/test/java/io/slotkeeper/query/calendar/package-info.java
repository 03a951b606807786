/** Tests of the calendar: what is written, read back. */
@NullMarked
package io.slotkeeper.query.calendar;

import org.jspecify.annotations.NullMarked;
