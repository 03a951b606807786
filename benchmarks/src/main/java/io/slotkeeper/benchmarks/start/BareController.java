package io.slotkeeper.benchmarks.start;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BareController {
  private final JdbcTemplate jdbc;

  BareController(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Ready as a service is: the database answers. */
  @GetMapping("/api/health")
  String ready() {
    return String.valueOf(jdbc.queryForObject("SELECT 1", Integer.class));
  }
}
