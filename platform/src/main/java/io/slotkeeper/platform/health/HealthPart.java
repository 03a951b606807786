package io.slotkeeper.platform.health;

import java.util.function.BooleanSupplier;

/**
 * Something that a service works with. A bean of this type is looked at again and again, beside the
 * requests, and shows in the health of the service.
 *
 * @param name as operators see it
 * @param without how the service stands while this does not work
 * @param works looks; an exception means no, and so does silence
 */
public record HealthPart(String name, Standing without, BooleanSupplier works) {}
