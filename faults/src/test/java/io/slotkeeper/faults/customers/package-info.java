/** Businesses and their customers, who remember what they were promised. */
@NullMarked
package io.slotkeeper.faults.customers;

import org.jspecify.annotations.NullMarked;
