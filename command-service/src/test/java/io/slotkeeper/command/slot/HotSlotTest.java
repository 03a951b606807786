package io.slotkeeper.command.slot;

import static io.slotkeeper.command.node.Refusals.outcomeOf;
import static io.slotkeeper.command.node.Samples.LENGTH;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.command.slot.SlotClaims.Attempt;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class HotSlotTest {

  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'
      """;

  @Test
  void leavesConnectionsForOtherSlotsWhileAllWaitForThisOne() throws SQLException {
    var database = TestPostgres.freshDatabase();
    try (var node = Node.start(database, new SettableClock(NOW));
        Connection slow = database.dataSource().getConnection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var shop = Shop.open(node, Approval.MANUAL);
      slow.setAutoCommit(false);
      var transaction = new JdbcTemplate(new SingleConnectionDataSource(slow, true));
      var hot = Samples.slot(shop.businessId(), shop.resourceIds().getFirst(), START, LENGTH);
      assertThat(new SlotClaimTable(transaction).claim(hot, null, null).isHeld()).isTrue();

      for (int i = 0; i < 50; i++) {
        threads.execute(() -> outcomeOf(() -> shop.book(hot.slotId())));
      }
      await().untilAsserted(() -> assertThat(waiting(transaction)).isPositive());

      assertThat(threads.submit(() -> shop.request(shop.slot(60)).status()))
          .succeedsWithin(Duration.ofSeconds(15))
          .isEqualTo(BookingStatus.PENDING);
      assertThat(waiting(transaction)).isBetween(1L, 4L);
      slow.rollback();
    }
  }

  /** A look at what was there before it waited would find nothing in its way. */
  @Test
  void seesWhatItHasWaitedFor() throws Exception {
    var database = TestPostgres.freshDatabase();
    Node.start(database, new SettableClock(NOW)).close();
    try (Connection first = database.dataSource().getConnection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      first.setAutoCommit(false);
      var transaction = new JdbcTemplate(new SingleConnectionDataSource(first, true));
      assertThat(claim(transaction, Samples.BOOKING)).isEqualTo(Attempt.held());

      var second =
          threads.submit(() -> claim(new JdbcTemplate(database.dataSource()), Samples.booking(2)));
      await().untilAsserted(() -> assertThat(waiting(transaction)).isPositive());
      first.commit();

      assertThat(second.get())
          .isEqualTo(
              Attempt.failed(
                  List.of(new SlotClaim(Samples.SLOT_ID, Samples.BOOKING, NOW.plus(LENGTH)))));
    }
  }

  private static Attempt claim(JdbcTemplate jdbc, BookingId holder) {
    return new SlotClaimTable(jdbc).claim(Samples.SLOT, holder, NOW.plus(LENGTH));
  }

  private static long waiting(JdbcTemplate jdbc) {
    Long count = jdbc.queryForObject(WAITING, Long.class);
    return count == null ? 0 : count;
  }
}
