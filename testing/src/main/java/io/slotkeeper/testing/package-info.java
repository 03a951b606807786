/** What tests of every module run on: real PostgreSQL, real Redis and a clock that can be set. */
@NullMarked
package io.slotkeeper.testing;

import org.jspecify.annotations.NullMarked;
