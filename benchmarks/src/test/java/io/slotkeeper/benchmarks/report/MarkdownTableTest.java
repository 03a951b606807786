package io.slotkeeper.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void hasARowForEachFigure() {
    assertThat(MarkdownTable.of(List.of(Examples.report("one"))))
        .isEqualTo(
            """
            | work | ours | ceiling | ratio | target | reached | measured |
            | --- | --- | --- | --- | --- | --- | --- |
            | bookings | 850/s [800–900] | 1,000/s [1,000–1,100] | 0.82 [0.80–0.85] | ratio ≥ 0.8 | yes | 2026-11-28, `0123456789ab` |
            | waiting, p99 | 31.5 ms |  |  | ≤ 30 ms | **no** | 2026-11-28, `0123456789ab` |
            | told | 3.00 |  |  |  |  | 2026-11-28, `0123456789ab` |
            """);
  }
}
