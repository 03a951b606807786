/** The customer of a business, whose personal data can be erased. */
@NullMarked
package io.slotkeeper.command.customer;

import org.jspecify.annotations.NullMarked;
