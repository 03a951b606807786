/** The business: its commands, events, queries and views, and its state as the events tell it. */
@NullMarked
package io.slotkeeper.api.business;

import org.jspecify.annotations.NullMarked;
