/** What an administrator sees and does about notifications that cannot be sent. */
@NullMarked
package io.slotkeeper.command.notification.http;

import org.jspecify.annotations.NullMarked;
