package io.slotkeeper.command.http;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where callers read what they have changed, settings {@code slotkeeper.query-api.*}.
 *
 * @param baseUrl scheme, host and port of the query API as callers see them; default {@code
 *     http://localhost:8081}
 */
@ConfigurationProperties("slotkeeper.query-api")
public record QueryApi(@DefaultValue("http://localhost:8081") URI baseUrl) {
  /** Accepts an address that a path can be added to. */
  public QueryApi {
    if (baseUrl.getHost() == null || baseUrl.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "slotkeeper.query-api.base-url must be an address such as http://localhost:8081");
    }
  }

  /** Where a business is read. */
  public URI business(BusinessId businessId) {
    return at("/api/businesses/" + businessId);
  }

  /** Where a booking is read. */
  public URI booking(BookingId bookingId) {
    return at("/api/bookings/" + bookingId);
  }

  private URI at(String path) {
    return URI.create(baseUrl.toString().replaceFirst("/+$", "") + path);
  }
}
