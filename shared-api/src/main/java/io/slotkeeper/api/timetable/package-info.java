/**
 * Which slots a business offers: the one calculator that listing and validation share, and the
 * value objects that it is made of.
 */
@NullMarked
package io.slotkeeper.api.timetable;

import org.jspecify.annotations.NullMarked;
