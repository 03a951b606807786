/** What is reported, how often, and where. */
@NullMarked
package io.slotkeeper.platform.errors.sentry;

import org.jspecify.annotations.NullMarked;
