@NullMarked
package io.slotkeeper.command.notification;

import org.jspecify.annotations.NullMarked;
