package io.slotkeeper.api.customer;

import io.slotkeeper.api.CustomerId;

/**
 * What has become of a customer.
 *
 * @param version of the customer after the command
 */
public record CustomerReceipt(CustomerId customerId, long version) {}
