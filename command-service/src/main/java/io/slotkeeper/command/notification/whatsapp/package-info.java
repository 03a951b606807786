/**
 * The way to WhatsApp: sends one message and says for certain what became of it, or that it cannot.
 */
@NullMarked
package io.slotkeeper.command.notification.whatsapp;

import org.jspecify.annotations.NullMarked;
