package io.slotkeeper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final long LAST_MILLISECOND_OF_48_BITS = (1L << 48) - 1;
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  @Property
  void makesUuidsOfVersion7(@ForAll @LongRange(max = LAST_MILLISECOND_OF_48_BITS) long millis) {
    var uuid = uuid(at(millis).newBookingId().value());

    assertThat(uuid.version()).isEqualTo(7);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(millis);
  }

  @Property
  void sortsByTime(
      @ForAll @LongRange(max = LAST_MILLISECOND_OF_48_BITS) long one,
      @ForAll @LongRange(max = LAST_MILLISECOND_OF_48_BITS) long other) {
    var text = Integer.signum(id(one).compareTo(id(other)));

    assertThat(text == Long.compare(one, other) || one == other).isTrue();
  }

  @Test
  void neverMakesTheSameIdTwice() {
    var ids = at(1_800_000_000_000L);

    assertThat(Stream.generate(ids::newBookingId).limit(100_000).distinct().count())
        .isEqualTo(100_000);
  }

  @Test
  void givesEveryKindItsPrefix() {
    List<Function<Ids, Object>> kinds =
        List.of(
            Ids::newBusinessId,
            Ids::newResourceId,
            Ids::newBookingId,
            Ids::newClosureId,
            Ids::newCorrelation);

    assertThat(kinds)
        .extracting(kind -> kind.apply(at(0)).toString().substring(0, 4))
        .containsExactly("biz_", "res_", "bkg_", "cls_", "cor_");
  }

  private static Ids at(long millis) {
    return new Ids(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC), new SecureRandom());
  }

  private static String id(long millis) {
    return at(millis).newBookingId().value();
  }

  private static UUID uuid(String id) {
    var bits = BigInteger.ZERO;
    for (var letter : id.substring(4).toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
    }
    return new UUID(bits.shiftRight(64).longValue(), bits.longValue());
  }
}
