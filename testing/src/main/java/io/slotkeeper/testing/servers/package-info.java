/** Servers in processes of their own, which can be killed, frozen and started again. */
@NullMarked
package io.slotkeeper.testing.servers;

import org.jspecify.annotations.NullMarked;
