/** Tells whoever watches errors, in Sentry, of what nobody expected; off without a DSN. */
@NullMarked
package io.slotkeeper.platform.errors;

import org.jspecify.annotations.NullMarked;
