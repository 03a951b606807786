package io.slotkeeper.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildMetersTest {
  private final QueryService service = new Recording().service();
  private final RebuildMeters read = service.context().getBean(RebuildMeters.class);

  private double gauge(String name) {
    return service
        .context()
        .getBean(MeterRegistry.class)
        .get("slotkeeper.rebuild." + name)
        .tag("projection", "bookings")
        .gauge()
        .value();
  }

  @AfterEach
  void clear() {
    service.jdbc().sql("DELETE FROM query.rebuild WHERE cause = 'of the tests'").update();
  }

  @Test
  void showHowARebuildOfAnotherNodeGetsOn() {
    // Of a version that this node does not have, so that it leaves it alone.
    service
        .jdbc()
        .sql(
            """
            INSERT INTO query.rebuild (projection, version, state, cause, on_difference,
                   requested_at, started_at, done, total)
            VALUES ('bookings', 999, 'REPLAYING', 'of the tests', 'KEEP', now(), now(), 300, 1200)
            """)
        .update();
    read.read();
    assertThat(gauge("running")).isEqualTo(1);
    assertThat(gauge("progress")).isEqualTo(0.25);
    assertThat(gauge("events")).isEqualTo(300);

    clear();
    read.read();
    assertThat(gauge("running")).isZero();
    assertThat(gauge("progress")).isZero();
  }
}
