/** What the endpoints for commands have in common: who may call them, and how they answer. */
@NullMarked
package io.slotkeeper.command.http;

import org.jspecify.annotations.NullMarked;
