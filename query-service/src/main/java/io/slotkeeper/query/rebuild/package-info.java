/**
 * Rebuilds a projection from the events while it serves: fills the next generation of its table
 * beside the one that answers, compares the two, and changes places in one transaction.
 */
@NullMarked
package io.slotkeeper.query.rebuild;

import org.jspecify.annotations.NullMarked;
