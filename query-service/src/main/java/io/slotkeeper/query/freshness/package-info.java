/** Answers that are as new as their caller asks, and that are not sent again while they are new. */
@NullMarked
package io.slotkeeper.query.freshness;

import org.jspecify.annotations.NullMarked;
