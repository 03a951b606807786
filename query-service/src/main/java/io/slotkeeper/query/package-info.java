/** Answers: what it stores can be deleted and rebuilt from the events. */
@NullMarked
package io.slotkeeper.query;

import org.jspecify.annotations.NullMarked;
