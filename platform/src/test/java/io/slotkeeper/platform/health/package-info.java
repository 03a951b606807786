@NullMarked
package io.slotkeeper.platform.health;

import org.jspecify.annotations.NullMarked;
