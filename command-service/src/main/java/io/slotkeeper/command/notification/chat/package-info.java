/** What people write and tap on WhatsApp: taken in, understood and obeyed. */
@NullMarked
package io.slotkeeper.command.notification.chat;

import org.jspecify.annotations.NullMarked;
