package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.platform.origin.Origin;
import org.axonframework.serialization.SerializedObject;

/**
 * A command that was given, as its events know it.
 *
 * @param id of its message
 * @param trace id of the message that the chain began with
 * @param metadata that its events carry, as they are stored
 */
record Asked(String id, String trace, Origin origin, SerializedObject<byte[]> metadata) {}
