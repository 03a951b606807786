/** Tests of locks and conflicts. */
@NullMarked
package io.slotkeeper.platform.commands;

import org.jspecify.annotations.NullMarked;
