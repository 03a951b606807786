/** What is measured, in processes of its own: PostgreSQL, Redis, the services, the ceilings. */
@NullMarked
package io.slotkeeper.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
