package io.slotkeeper.benchmarks.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.benchmarks.business.OpenBusiness.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistinctSlotsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

  private static OpenBusiness business(String letter, int resources) {
    return new OpenBusiness(
        new BusinessId("biz_0" + letter.repeat(25)),
        Stream.of("a", "b", "c")
            .limit(resources)
            .map(each -> new ResourceId("res_0" + each.repeat(25)))
            .toList(),
        new Hours(9, 11));
  }

  @Test
  void givesEverySlotOnce() {
    var slots = new DistinctSlots(List.of(business("a", 3), business("b", 3)), FIRST, 5);

    var all = Stream.generate(slots).limit(slots.count()).toList();

    assertThat(slots.count()).isEqualTo(2 * 3 * 4 * 5);
    assertThat(all).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(SlotId::start)
        .allMatch(start -> !start.isBefore(Instant.parse("2026-12-01T09:00:00Z")))
        .allMatch(start -> start.isBefore(Instant.parse("2026-12-05T11:00:00Z")))
        .contains(Instant.parse("2026-12-05T10:30:00Z"));
    assertThatIllegalStateException().isThrownBy(slots::get);
  }
}
