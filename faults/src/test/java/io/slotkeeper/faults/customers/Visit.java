package io.slotkeeper.faults.customers;

/**
 * A shop, and what of it one customer asks for.
 *
 * @param corner its slots that nobody else asks for
 */
record Visit(Shop shop, Corner corner) {}
