package io.slotkeeper.command.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
  public boolean claim(OfferedSlot slot, @Nullable BookingId holder, @Nullable Instant until) {
    return jdbc.update(
            """
            INSERT INTO command.slot_claim (slot_id, resource_id, booking_id, during, until)
            VALUES (?, ?, ?, tstzrange(?, ?), ?)
            ON CONFLICT DO NOTHING
            """,
            slot.slotId().toString(),
            slot.slotId().resourceId().value(),
            holder == null ? null : holder.value(),
            utc(slot.start()),
            utc(slot.end()),
            until == null ? null : utc(until))
        == 1;
  }

  @Override
  public List<SlotClaim> overlapping(OfferedSlot slot) {
    return jdbc.query(
        """
        SELECT slot_id, booking_id, until FROM command.slot_claim
        WHERE resource_id = ? AND during && tstzrange(?, ?)
        """,
        (row, number) -> claim(row),
        slot.slotId().resourceId().value(),
        utc(slot.start()),
        utc(slot.end()));
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
