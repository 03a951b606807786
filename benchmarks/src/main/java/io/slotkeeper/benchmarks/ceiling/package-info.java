/**
 * The least that could do the same work: Spring MVC on the same Tomcat, pool and threads as the
 * services, and straight to the database or to Redis.
 */
@NullMarked
package io.slotkeeper.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
