package io.slotkeeper.command.notification.whatsapp;

import static io.slotkeeper.command.notification.whatsapp.FailureClass.CHANNEL_STOPPED;
import static io.slotkeeper.command.notification.whatsapp.FailureClass.FEW_TRIES;
import static io.slotkeeper.command.notification.whatsapp.FailureClass.NEEDS_TEMPLATE;
import static io.slotkeeper.command.notification.whatsapp.FailureClass.OUR_MISTAKE;
import static io.slotkeeper.command.notification.whatsapp.FailureClass.PAIR_LIMIT;
import static io.slotkeeper.command.notification.whatsapp.FailureClass.SLOW_DOWN;
import static io.slotkeeper.command.notification.whatsapp.FailureClass.TRANSIENT;
import static io.slotkeeper.command.notification.whatsapp.FailureClass.UNDELIVERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetaErrorsTest {
  static Stream<Arguments> codes() {
    return Stream.of(
            of(TRANSIENT, 2, 131000, 131016, 131057, 133004, 2494100),
            of(SLOW_DOWN, 4, 80007, 130429),
            of(FEW_TRIES, 1),
            of(PAIR_LIMIT, 131056),
            of(CHANNEL_STOPPED, 0, 3, 10, 190, 368),
            of(CHANNEL_STOPPED, 131005, 131031, 131042, 131045, 131048, 131064, 133010),
            of(CHANNEL_STOPPED, IntStream.rangeClosed(200, 299).toArray()),
            of(UNDELIVERABLE, 130403, 130472, 130497, 131021, 131026, 131030),
            of(UNDELIVERABLE, 131049, 131050, 131051),
            of(NEEDS_TEMPLATE, 131047),
            of(OUR_MISTAKE, 33, 100, 131008, 131009, 131037, 131053, 131063),
            of(OUR_MISTAKE, 132000, 132001, 132005, 132007, 132012, 132015, 132016))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void goesByTheCodeWhateverTheStatus(int code, FailureClass expected) {
    assertThat(IntStream.of(0, 200, 400, 401, 429, 500))
        .allSatisfy(status -> assertThat(MetaErrors.classify(code, status)).isEqualTo(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "400, OUR_MISTAKE",
    "403, OUR_MISTAKE",
    "404, OUR_MISTAKE",
    "429, TRANSIENT",
    "500, TRANSIENT",
    "503, TRANSIENT",
    "599, TRANSIENT"
  })
  void goesByTheStatusWhereTheCodeIsUnknown(int status, FailureClass expected) {
    assertThat(IntStream.of(5, 199, 300, 131999, 999999))
        .allSatisfy(code -> assertThat(MetaErrors.classify(code, status)).isEqualTo(expected));
  }

  @Test
  void keepsWhatMayPass() {
    assertThat(FailureClass.values())
        .filteredOn(each -> !each.isPermanent())
        .containsExactlyInAnyOrder(TRANSIENT, SLOW_DOWN, FEW_TRIES, PAIR_LIMIT, CHANNEL_STOPPED);
  }

  private static Stream<Arguments> of(FailureClass expected, int... codes) {
    return IntStream.of(codes).mapToObj(code -> Arguments.of(code, expected));
  }
}
