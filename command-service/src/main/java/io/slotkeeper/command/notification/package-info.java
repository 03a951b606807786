/** The notification: what somebody is told about a booking, and how far that has come. */
@NullMarked
package io.slotkeeper.command.notification;

import org.jspecify.annotations.NullMarked;
