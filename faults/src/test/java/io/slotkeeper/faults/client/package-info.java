/** HTTP as callers speak it who do not wait for ever. */
@NullMarked
package io.slotkeeper.faults.client;

import org.jspecify.annotations.NullMarked;
