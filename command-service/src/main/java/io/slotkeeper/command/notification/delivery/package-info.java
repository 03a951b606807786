/**
 * Sends notifications: letters wait in Axon's dead-letter queue, in order for each recipient, and
 * workers send what is due, outside any transaction.
 */
@NullMarked
package io.slotkeeper.command.notification.delivery;

import org.jspecify.annotations.NullMarked;
