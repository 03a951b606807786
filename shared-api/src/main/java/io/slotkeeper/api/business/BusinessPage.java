package io.slotkeeper.api.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list of businesses, by name.
 *
 * @param nextCursor opaque; given back, it continues after the last one; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BusinessPage(List<BusinessView> businesses, @Nullable String nextCursor) {}
