/** Answers to what people tap and write: put into words at once, sent by a task that waits. */
@NullMarked
package io.slotkeeper.command.notification.reply;

import org.jspecify.annotations.NullMarked;
