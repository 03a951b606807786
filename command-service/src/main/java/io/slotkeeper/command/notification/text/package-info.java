/** What we say by WhatsApp, and the words that we understand, in each language. */
@NullMarked
package io.slotkeeper.command.notification.text;

import org.jspecify.annotations.NullMarked;
