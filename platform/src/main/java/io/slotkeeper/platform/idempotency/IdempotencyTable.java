package io.slotkeeper.platform.idempotency;

/**
 * Where a service keeps its answers, as a bean of it.
 *
 * @param name of the table with its schema
 */
public record IdempotencyTable(String name) {}
