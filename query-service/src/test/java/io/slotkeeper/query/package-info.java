/** Tests of the query side: events in, answers out, on real PostgreSQL. */
@NullMarked
package io.slotkeeper.query;

import org.jspecify.annotations.NullMarked;
