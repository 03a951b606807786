package io.slotkeeper.command.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Claims as rows of PostgreSQL, whose exclusion constraint lets no two of a resource overlap. */
@Component
class SlotClaimTable implements SlotClaims {

  private final JdbcTemplate jdbc;

  SlotClaimTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Attempt claim(OfferedSlot slot, @Nullable BookingId holder, @Nullable Instant until) {
    // Two statements in one round trip. A single one would not see what its claim has waited for.
    return Objects.requireNonNull(
        jdbc.execute(
            """
            INSERT INTO command.slot_claim (slot_id, resource_id, booking_id, during, until)
            VALUES (?, ?, ?, tstzrange(?, ?), ?)
            ON CONFLICT DO NOTHING;
            SELECT slot_id, booking_id, until FROM command.slot_claim
            WHERE resource_id = ? AND during && tstzrange(?, ?)
            """,
            (PreparedStatement statement) -> claim(statement, slot, holder, until)));
  }

  @Override
  public void keep(SlotId slotId) {
    jdbc.update("UPDATE command.slot_claim SET until = NULL WHERE slot_id = ?", slotId.toString());
  }

  @Override
  public void release(SlotId slotId) {
    jdbc.update("DELETE FROM command.slot_claim WHERE slot_id = ?", slotId.toString());
  }

  @Override
  public boolean release(SlotClaim claim) {
    var holder = claim.bookingId();
    // A hold that was made final meanwhile has another end, and is not the one that was looked at.
    var until = claim.until();
    return jdbc.update(
            """
            DELETE FROM command.slot_claim
            WHERE slot_id = ? AND booking_id IS NOT DISTINCT FROM ? AND until IS NOT DISTINCT FROM ?
            """,
            claim.slotId().toString(),
            holder == null ? null : holder.value(),
            until == null ? null : utc(until))
        == 1;
  }

  private static Attempt claim(
      PreparedStatement statement,
      OfferedSlot slot,
      @Nullable BookingId holder,
      @Nullable Instant until)
      throws SQLException {
    statement.setString(1, slot.slotId().toString());
    statement.setString(2, slot.slotId().resourceId().value());
    statement.setString(3, holder == null ? null : holder.value());
    statement.setObject(4, utc(slot.start()));
    statement.setObject(5, utc(slot.end()));
    statement.setObject(6, until == null ? null : utc(until), Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setString(7, slot.slotId().resourceId().value());
    statement.setObject(8, utc(slot.start()));
    statement.setObject(9, utc(slot.end()));
    statement.execute();
    if (statement.getUpdateCount() == 1) {
      return Attempt.held();
    }
    statement.getMoreResults();
    var inTheWay = new ArrayList<SlotClaim>();
    try (var rows = statement.getResultSet()) {
      while (rows.next()) {
        inTheWay.add(claim(rows));
      }
    }
    return Attempt.failed(inTheWay);
  }

  private static SlotClaim claim(ResultSet row) throws SQLException {
    String holder = row.getString("booking_id");
    OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
    return new SlotClaim(
        SlotId.parse(row.getString("slot_id")),
        holder == null ? null : new BookingId(holder),
        until == null ? null : until.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
