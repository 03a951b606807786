/** What must hold of a store, whatever has happened to it. */
@NullMarked
package io.slotkeeper.faults.audit;

import org.jspecify.annotations.NullMarked;
