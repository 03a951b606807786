package io.slotkeeper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every id has one spelling, so that two texts never mean the same thing. */
class IdSpellingTest {
  private static final String BODY = "01jqx8zk3v7c9n2m5p4r6t8w0y";
  private static final String SLOT =
      "slt_" + BODY + "_" + BODY.replace('y', 'z') + "_20260504T0800Z";
  private static final Map<String, Function<String, Object>> KINDS =
      Map.of(
          "biz_", BusinessId::new,
          "res_", ResourceId::new,
          "bkg_", BookingId::new,
          "cls_", ClosureId::new);
  private static final long FIRST_MINUTE =
      Instant.parse("0000-01-01T00:00:00Z").getEpochSecond() / 60;
  private static final long LAST_MINUTE =
      Instant.parse("9999-12-31T23:59:00Z").getEpochSecond() / 60;

  @Test
  void readsAndPrintsTheSameText() {
    KINDS.forEach(
        (prefix, kind) -> assertThat(kind.apply(prefix + BODY)).hasToString(prefix + BODY));
    assertThat(SlotId.parse(SLOT)).hasToString(SLOT);
  }

  static Stream<String> otherBodies() {
    return Stream.of(
        "",
        BODY.substring(1),
        BODY + "0",
        BODY.toUpperCase(Locale.ROOT),
        "01Jqx8zk3v7c9n2m5p4r6t8w0y",
        "8" + BODY.substring(1),
        "z" + BODY.substring(1),
        BODY.replace('0', 'o'),
        BODY.replace('1', 'i'),
        BODY.replace('1', 'l'),
        BODY.replace('x', 'u'),
        BODY.replace('0', '٠'),
        BODY.replace('0', '０'),
        BODY.replace('j', 'ｊ'),
        " " + BODY,
        BODY + " ",
        BODY + "\n",
        BODY + "\u0000",
        "01jqx8zk-3v7c9n2m5p4r6t8w0",
        "_" + BODY);
  }

  @ParameterizedTest
  @MethodSource("otherBodies")
  void refusesEveryOtherSpelling(String body) {
    KINDS.forEach((prefix, kind) -> assertRefused(kind, prefix + body));
    assertRefused(SlotId::parse, SLOT.replace(BODY, body));
    assertRefused(SlotId::parse, SLOT.replace(BODY.replace('y', 'z'), body));
  }

  @Test
  void refusesThePrefixOfAnotherKind() {
    KINDS.forEach(
        (prefix, kind) ->
            Stream.of(
                    "biz_",
                    "res_",
                    "bkg_",
                    "cls_",
                    "slt_",
                    "ntf_",
                    "",
                    "_",
                    "biz-",
                    "BIZ_",
                    prefix + prefix)
                .filter(other -> !other.equals(prefix))
                .forEach(other -> assertRefused(kind, other + BODY)));
    for (var other : List.of("biz_", "SLT_", "slt-", "", "slt__")) {
      assertRefused(SlotId::parse, SLOT.replace("slt_", other));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20260230T0800Z",
        "20260229T0800Z",
        "20260431T0800Z",
        "20261301T0800Z",
        "20260001T0800Z",
        "20260500T0800Z",
        "20260504T2400Z",
        "20260504T2500Z",
        "20260504T0860Z",
        "20260504T080000Z",
        "20260504T0800",
        "20260504T0800z",
        "20260504t0800Z",
        "20260504T0800+0000",
        "20260504T0800+00",
        "2026-05-04T08:00Z",
        "2026124T0800Z",
        "+020260504T0800Z",
        "-20260504T0800Z",
        "20260504 0800Z",
        "20260504T0800Z\n",
        "20260504T0800Z ",
        "٢٠٢٦٠٥٠٤T٠٨٠٠Z",
        "２０２６０５０４T０８００Z",
        ""
      })
  void refusesEveryOtherStart(String start) {
    assertRefused(SlotId::parse, SLOT.replace("20260504T0800Z", start));
  }

  @Test
  void understandsTheStartOfASlot() {
    assertThat(SlotId.parse(SLOT))
        .isEqualTo(
            new SlotId(
                new BusinessId("biz_" + BODY),
                new ResourceId("res_" + BODY.replace('y', 'z')),
                Instant.parse("2026-05-04T08:00:00Z")));
    assertThat(SlotId.parse(SLOT.replace("20260504", "20240229")).start())
        .isEqualTo("2024-02-29T08:00:00Z");
  }

  @Property
  void printsAndReadsEverySlot(@ForAll long minute) {
    var range = LAST_MINUTE - FIRST_MINUTE + 1;
    var start = Instant.ofEpochSecond((FIRST_MINUTE + Math.floorMod(minute, range)) * 60);
    var slotId = new SlotId(Shop.IDS.newBusinessId(), Shop.IDS.newResourceId(), start);

    assertThat(slotId.toString()).matches("slt_[0-9a-z]{26}_[0-9a-z]{26}_[0-9]{8}T[0-9]{4}Z");
    assertThat(SlotId.parse(slotId.toString())).isEqualTo(slotId);
  }

  @Property
  void neverReadsATextThatItWouldPrintDifferently(
      @ForAll @IntRange(max = 71) int position, @ForAll char letter) {
    var text = new StringBuilder(SLOT);
    text.setCharAt(Math.min(position, SLOT.length() - 1), letter);

    try {
      assertThat(SlotId.parse(text.toString())).hasToString(text.toString());
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessage("not a slot id");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04T08:00:01Z",
        "2026-05-04T08:00:00.000000001Z",
        "+10000-01-01T00:00:00Z",
        "-0001-12-31T23:59:00Z"
      })
  void namesNoSlotThatStartsWhenNoIdCanSay(Instant start) {
    assertThat(SlotId.canStartAt(start)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlotId(Shop.IDS.newBusinessId(), Shop.IDS.newResourceId(), start));
  }

  private static void assertRefused(Function<String, Object> kind, String text) {
    assertThatIllegalArgumentException().as("%s", text).isThrownBy(() -> kind.apply(text));
  }
}
