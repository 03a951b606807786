/** Tests of erasing customers. */
@NullMarked
package io.slotkeeper.command.customer;

import org.jspecify.annotations.NullMarked;
