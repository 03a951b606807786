/** Businesses as they are now: the projection, the questions and their endpoints. */
@NullMarked
package io.slotkeeper.query.business;

import org.jspecify.annotations.NullMarked;
