package io.slotkeeper.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.query.QueryService;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final String ONE = "position-test-one";
  private static final String TWO = "position-test-two";

  private final QueryService service = QueryService.shared();
  private final Positions positions = service.context().getBean(Positions.class);

  @BeforeEach
  void setUp() {
    service
        .jdbc()
        .sql("DELETE FROM query.TokenEntry WHERE processorName IN (:names)")
        .param("names", List.of(ONE, TWO))
        .update();
  }

  @Test
  void isTheLowestOfAllSegmentsOfAllProjections() {
    store(ONE, 0, token(12));
    store(ONE, 1, token(9));
    store(TWO, 0, token(10));

    assertThat(positions.contained(List.of(ONE))).isEqualTo(9);
    assertThat(positions.contained(List.of(TWO))).isEqualTo(10);
    assertThat(positions.contained(List.of(ONE, TWO))).isEqualTo(9);
  }

  @Test
  void endsBeforeTheFirstGap() {
    store(ONE, 0, token(12, 7L, 10L));

    assertThat(positions.contained(List.of(ONE))).isEqualTo(6);
  }

  @Test
  void isNothingWithoutAToken() {
    assertThat(positions.contained(List.of(ONE))).isEqualTo(-1);
    store(ONE, 0, token(12));
    store(TWO, 0, null);
    assertThat(positions.contained(List.of(ONE, TWO))).isEqualTo(-1);
  }

  @Test
  void isWhereTheFirstReadingOfHistoryHasCome() {
    store(ONE, 0, ReplayToken.createReplayToken(token(12), token(3)));

    assertThat(positions.contained(List.of(ONE))).isEqualTo(3);
  }

  private static GapAwareTrackingToken token(long index, Long... gaps) {
    return GapAwareTrackingToken.newInstance(index, List.of(gaps));
  }

  private void store(String projection, int segment, @Nullable TrackingToken token) {
    var serializer = service.context().getBean(Serializer.class);
    var serialized = token == null ? null : serializer.serialize(token, byte[].class);
    service
        .jdbc()
        .sql(
            """
            INSERT INTO query.TokenEntry (processorName, segment, token, tokenType)
            VALUES (:name, :segment, :token, :type)
            """)
        .param("name", projection)
        .param("segment", segment)
        .param("token", serialized == null ? null : serialized.getData())
        .param("type", serialized == null ? null : serialized.getType().getName())
        .update();
  }
}
