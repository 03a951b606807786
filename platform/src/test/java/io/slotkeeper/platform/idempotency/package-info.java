@NullMarked
package io.slotkeeper.platform.idempotency;

import org.jspecify.annotations.NullMarked;
