/** Tests of how commands are sent. */
@NullMarked
package io.slotkeeper.command;

import org.jspecify.annotations.NullMarked;
