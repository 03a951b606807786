package io.slotkeeper.command.slot;

import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.CHAIR;
import static io.slotkeeper.command.node.Samples.LENGTH;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.SLOT;
import static io.slotkeeper.command.node.Samples.SLOT_ID;
import static io.slotkeeper.command.node.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.timetable.OfferedSlot;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.slot.SlotClaims.Attempt;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The claims of the services and those that simulations work with answer the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlotClaimsTest {

  enum Kept {
    IN_POSTGRESQL,
    IN_MEMORY
  }

  private static final BookingId OTHER = Samples.booking(2);
  private static final Instant UNTIL = NOW.plus(Samples.WINDOW);
  private static final OfferedSlot OVERLAPPING = later(LENGTH.dividedBy(2));

  private final TestDatabase database = TestPostgres.freshDatabase();

  @BeforeAll
  void createTheTables() {
    Node.start(database, new SettableClock(NOW)).close();
  }

  @BeforeEach
  void holdNothing() {
    database.execute("DELETE FROM command.slot_claim");
  }

  @ParameterizedTest
  @EnumSource
  void holdsTimeOnce(Kept kept) {
    var claims = claims(kept);

    var held = new SlotClaim(SLOT_ID, BOOKING, UNTIL);
    assertThat(claims.claim(SLOT, BOOKING, UNTIL)).isEqualTo(Attempt.held());
    assertThat(claims.claim(SLOT, OTHER, UNTIL)).isEqualTo(failed(held));
    assertThat(claims.claim(OVERLAPPING, OTHER, UNTIL)).isEqualTo(failed(held));
  }

  @ParameterizedTest
  @EnumSource
  void holdsTimeThatOnlyTouches(Kept kept) {
    var claims = claims(kept);
    claims.claim(SLOT, BOOKING, null);

    assertThat(claims.claim(later(LENGTH), OTHER, null).isHeld()).isTrue();
    assertThat(claims.claim(later(LENGTH.negated()), null, null).isHeld()).isTrue();
    assertThat(claims.claim(SLOT, OTHER, null))
        .isEqualTo(failed(new SlotClaim(SLOT_ID, BOOKING, null)));
  }

  @ParameterizedTest
  @EnumSource
  void holdsTheSameTimeOfAnotherResource(Kept kept) {
    var claims = claims(kept);
    claims.claim(SLOT, BOOKING, null);

    var elsewhere = Samples.slot(BUSINESS, Samples.resource(2), START, LENGTH);
    assertThat(claims.claim(elsewhere, OTHER, null).isHeld()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void holdsASlotThatHasAnotherLengthByNowOnce(Kept kept) {
    var claims = claims(kept);
    claims.claim(SLOT, null, null);

    var longer = Samples.slot(BUSINESS, CHAIR, START, LENGTH.multipliedBy(2));
    assertThat(claims.claim(longer, BOOKING, UNTIL))
        .isEqualTo(failed(new SlotClaim(SLOT_ID, null, null)));
  }

  @ParameterizedTest
  @EnumSource
  void makesAHoldFinal(Kept kept) {
    var claims = claims(kept);
    claims.claim(SLOT, BOOKING, UNTIL);

    claims.keep(SLOT_ID);
    claims.keep(OVERLAPPING.slotId());

    assertThat(claims.claim(SLOT, OTHER, UNTIL))
        .isEqualTo(failed(new SlotClaim(SLOT_ID, BOOKING, null)));
    assertThat(claims.claim(later(LENGTH), OTHER, UNTIL)).isEqualTo(Attempt.held());
  }

  @ParameterizedTest
  @EnumSource
  void endsAHold(Kept kept) {
    var claims = claims(kept);
    claims.claim(SLOT, BOOKING, null);

    claims.release(OVERLAPPING.slotId());
    assertThat(claims.claim(SLOT, OTHER, UNTIL).inTheWay()).hasSize(1);
    claims.release(SLOT_ID);

    assertThat(claims.claim(OVERLAPPING, OTHER, UNTIL)).isEqualTo(Attempt.held());
  }

  @ParameterizedTest
  @EnumSource
  void endsTheVeryHoldThatWasLookedAt(Kept kept) {
    var claims = claims(kept);
    claims.claim(SLOT, BOOKING, UNTIL);

    assertThat(claims.release(new SlotClaim(SLOT_ID, OTHER, UNTIL))).isFalse();
    assertThat(claims.release(new SlotClaim(SLOT_ID, BOOKING, null))).isFalse();
    assertThat(claims.release(new SlotClaim(SLOT_ID, BOOKING, UNTIL))).isTrue();
    assertThat(claims.release(new SlotClaim(SLOT_ID, BOOKING, UNTIL))).isFalse();
    assertThat(claims.claim(SLOT, null, null).isHeld()).isTrue();
    assertThat(claims.release(new SlotClaim(SLOT_ID, null, null))).isTrue();
  }

  private SlotClaims claims(Kept kept) {
    return switch (kept) {
      case IN_POSTGRESQL -> new SlotClaimTable(new JdbcTemplate(database.dataSource()));
      case IN_MEMORY -> new ListedClaims(undo -> {});
    };
  }

  private static Attempt failed(SlotClaim inTheWay) {
    return Attempt.failed(List.of(inTheWay));
  }

  private static OfferedSlot later(Duration by) {
    return Samples.slot(START.plus(by));
  }
}
