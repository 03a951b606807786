/** The notification: its commands, events, queries and views. */
@NullMarked
package io.slotkeeper.api.notification;

import org.jspecify.annotations.NullMarked;
