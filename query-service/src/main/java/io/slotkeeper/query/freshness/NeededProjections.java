package io.slotkeeper.query.freshness;

import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Projections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which projections the answer to a question depends on. All depend on the businesses, where the
 * keys of the owners are.
 */
@Component
final class NeededProjections {
  private static final String BUSINESS = "/api/businesses/{businessId}";

  private final List<Need> table;

  NeededProjections(Projections projections) {
    this.table =
        Stream.of(
                needs("/api/admin/**"),
                needs("/api/health"),
                needs("/api/metrics"),
                needs("/api/bookings/**", "businesses", "bookings"),
                needs(BUSINESS + "/bookings/**", "businesses", "bookings"),
                needs(BUSINESS + "/calendar.ics", "businesses", "bookings"),
                needs("/api/slots/**", "businesses", "slots"),
                needs(BUSINESS + "/slots/**", "businesses", "slots"),
                needs(BUSINESS + "/notifications/**", "businesses", "notifications"),
                needs("/api/**", "businesses"))
            .map(row -> row.in(projections))
            .toList();
  }

  /** For this path; none where a token has no meaning. */
  List<Projection<?, ?>> of(String path) {
    var parsed = PathContainer.parsePath(path);
    return table.stream()
        .filter(need -> need.pattern().matches(parsed))
        .findFirst()
        .map(Need::projections)
        .orElse(List.of());
  }

  private static Line needs(String pattern, String... projections) {
    return new Line(pattern, List.of(projections));
  }

  private record Line(String pattern, List<String> names) {
    Need in(Projections projections) {
      return new Need(
          PathPatternParser.defaultInstance.parse(pattern),
          names.stream()
              .<Projection<?, ?>>map(name -> projections.named(name).orElseThrow())
              .toList());
    }
  }

  private record Need(PathPattern pattern, List<Projection<?, ?>> projections) {}
}
