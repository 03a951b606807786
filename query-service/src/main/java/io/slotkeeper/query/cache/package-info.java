/**
 * Ready-made answers in Redis, which may vanish at any moment; what is in them is left to those who
 * put them there. Redis holds no truth: every doubt is a miss.
 */
@NullMarked
package io.slotkeeper.query.cache;

import org.jspecify.annotations.NullMarked;
