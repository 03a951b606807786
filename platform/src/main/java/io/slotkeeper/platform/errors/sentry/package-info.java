/**
 * Tells Sentry of errors that nobody expected, and nothing that people typed; off without a DSN.
 */
@NullMarked
package io.slotkeeper.platform.errors.sentry;

import org.jspecify.annotations.NullMarked;
