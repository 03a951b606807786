/** The customer of a business: what is known of a person, and how it is erased. */
@NullMarked
package io.slotkeeper.api.customer;

import org.jspecify.annotations.NullMarked;
