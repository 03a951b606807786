/** Tests of what we say by WhatsApp, and of the templates in {@code ops/whatsapp}. */
@NullMarked
package io.slotkeeper.command.notification.text;

import org.jspecify.annotations.NullMarked;
