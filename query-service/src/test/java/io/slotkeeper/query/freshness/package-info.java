/** Tests of how new answers are. */
@NullMarked
package io.slotkeeper.query.freshness;

import org.jspecify.annotations.NullMarked;
