/** What the service counts and measures of itself, for Prometheus and for a dashboard. */
@NullMarked
package io.slotkeeper.platform.metrics;

import org.jspecify.annotations.NullMarked;
