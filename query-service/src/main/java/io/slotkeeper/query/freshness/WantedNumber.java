package io.slotkeeper.query.freshness;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;

/**
 * How new the answer to a request has to be: what has not seen the event of this number, as the
 * event store counts, must not be answered from. The read models have seen it; a copy of them may
 * not.
 */
public final class WantedNumber {
  /** The attribute of a request that holds it, a {@link Long}. */
  public static final String ATTRIBUTE = WantedNumber.class.getName();

  private WantedNumber() {}

  /** Of a request; empty where anything will do. */
  public static OptionalLong of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }
}
