package io.slotkeeper.platform.limit;

/**
 * Whom a request is charged to.
 *
 * @param key stands for a credential or an address and tells neither
 */
record Client(Role role, String key) {}
