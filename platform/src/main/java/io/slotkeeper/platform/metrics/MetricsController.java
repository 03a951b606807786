package io.slotkeeper.platform.metrics;

import io.slotkeeper.platform.metrics.MetricsView.Installation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers of a dashboard, for whoever runs the installation and has no Prometheus at hand. */
@RestController
class MetricsController {
  private static final int DAYS_BEFORE = 6;

  private final String service;
  private final EventCounts events;
  private final NodeMetrics node;
  private final Clock clock;

  MetricsController(String service, EventCounts events, NodeMetrics node, Clock clock) {
    this.service = service;
    this.events = events;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(path = "/api/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
  MetricsView metrics() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new MetricsView(
        clock.instant(),
        service,
        new Installation("UTC", during(today, today), during(today.minusDays(DAYS_BEFORE), today)),
        node.now());
  }

  private BusinessCounts during(LocalDate from, LocalDate to) {
    return BusinessCounts.of(from, to, events.between(from, to));
  }
}
