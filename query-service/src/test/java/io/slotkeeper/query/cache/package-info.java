/** Tests of the cache: what it answers is what PostgreSQL would have answered. */
@NullMarked
package io.slotkeeper.query.cache;

import org.jspecify.annotations.NullMarked;
