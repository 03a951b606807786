package io.slotkeeper.platform.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether this service can work. Anybody may ask, so nothing is looked at for it. */
@RestController
class HealthController {
  private final Checkup checkup;

  HealthController(Checkup checkup) {
    this.checkup = checkup;
  }

  @GetMapping(path = "/api/health", produces = MediaType.APPLICATION_JSON_VALUE)
  Health health() {
    var finding = checkup.find();
    return switch (finding.standing()) {
      case UP -> new Health(finding.standing().name(), null);
      case DEGRADED -> new Health(finding.standing().name(), finding.parts());
      case DOWN ->
          throw ProblemException.of(
                  ProblemCode.UNAVAILABLE, "The server cannot do this now. Try again shortly.")
              .with(Map.of("parts", finding.parts()))
              .retryAfter(Duration.ofSeconds(1));
    };
  }

  /**
   * The health of a service.
   *
   * @param status {@code UP} or {@code DEGRADED}; what is down answers 503
   * @param parts that do not work; absent where all do
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Health(String status, @Nullable List<String> parts) {}
}
