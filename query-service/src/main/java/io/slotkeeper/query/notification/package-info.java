/** What was told to whom, and whether it arrived: the projection, the question and its endpoint. */
@NullMarked
package io.slotkeeper.query.notification;

import org.jspecify.annotations.NullMarked;
