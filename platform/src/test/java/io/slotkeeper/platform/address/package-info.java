/** Tests of where requests come from. */
@NullMarked
package io.slotkeeper.platform.address;

import org.jspecify.annotations.NullMarked;
