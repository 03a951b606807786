package io.slotkeeper.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction makes of a row, however many events it handles.
 *
 * @param before absent where there was no row
 * @param after newer than before
 */
public record Change<R extends Row>(@Nullable R before, R after) {}
