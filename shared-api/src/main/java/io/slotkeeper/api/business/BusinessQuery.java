package io.slotkeeper.api.business;

import io.slotkeeper.api.BusinessId;
import org.jspecify.annotations.Nullable;

/** What can be asked about businesses. */
public sealed interface BusinessQuery {
  /**
   * Businesses by name. Answer: a {@link BusinessPage}.
   *
   * @param text part of the name, in any case; absent for all
   * @param limit 1 to 200
   * @param cursor of an earlier page of the same question
   */
  record FindBusinesses(@Nullable String text, int limit, @Nullable String cursor)
      implements BusinessQuery {}

  /** One business. Answer: an optional {@link BusinessView}. */
  record FindBusiness(BusinessId businessId) implements BusinessQuery {}
}
