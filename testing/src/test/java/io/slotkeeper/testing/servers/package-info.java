@NullMarked
package io.slotkeeper.testing.servers;

import org.jspecify.annotations.NullMarked;
