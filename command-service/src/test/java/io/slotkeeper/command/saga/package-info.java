@NullMarked
package io.slotkeeper.command.saga;

import org.jspecify.annotations.NullMarked;
