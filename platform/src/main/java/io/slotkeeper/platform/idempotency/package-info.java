/** Requests that are sent again are answered again, and do their work once. */
@NullMarked
package io.slotkeeper.platform.idempotency;

import org.jspecify.annotations.NullMarked;
