/** The business: what it decides, and how others learn what it is now. */
@NullMarked
package io.slotkeeper.command.business;

import org.jspecify.annotations.NullMarked;
