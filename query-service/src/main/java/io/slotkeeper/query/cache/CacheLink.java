package io.slotkeeper.query.cache;

/** The way to Redis, whether it may be believed, and what is counted on it. */
record CacheLink(RedisCommands commands, Trust trust, CacheMetrics metrics) {}
