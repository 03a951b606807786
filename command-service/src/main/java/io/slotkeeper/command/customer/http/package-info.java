/** The two calls that erase a customer. */
@NullMarked
package io.slotkeeper.command.customer.http;

import org.jspecify.annotations.NullMarked;
