package io.slotkeeper.platform.web;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether this service can work: it runs and reaches its database. */
@RestController
class HealthController {
  private final JdbcOperations database;

  HealthController(JdbcOperations database) {
    this.database = database;
  }

  @GetMapping(path = "/api/health", produces = MediaType.APPLICATION_JSON_VALUE)
  Health health() {
    database.queryForObject("SELECT 1", Integer.class);
    return new Health("UP");
  }

  /**
   * The health of a service.
   *
   * @param status {@code UP}; what is not up answers 503
   */
  record Health(String status) {}
}
