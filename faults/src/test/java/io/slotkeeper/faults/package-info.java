/** What must hold while processes die and servers hang: real ones, by chance from a seed. */
@NullMarked
package io.slotkeeper.faults;

import org.jspecify.annotations.NullMarked;
