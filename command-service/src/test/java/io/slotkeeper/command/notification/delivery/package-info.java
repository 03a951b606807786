@NullMarked
package io.slotkeeper.command.notification.delivery;

import org.jspecify.annotations.NullMarked;
