/** Tests of the way to WhatsApp, against a real HTTP peer and a real PostgreSQL. */
@NullMarked
package io.slotkeeper.command.notification.whatsapp;

import org.jspecify.annotations.NullMarked;
