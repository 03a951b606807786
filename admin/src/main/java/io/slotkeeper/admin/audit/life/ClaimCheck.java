package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Snapshot;
import io.slotkeeper.admin.audit.store.Violations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Time is claimed for the slots that are held, for them alone, and as they are held. */
public final class ClaimCheck implements Check {
  private static final String OF_SLOTS =
      """
      SELECT slot_id, resource_id, booking_id, lower(during) AS start, upper(during) AS end, until
        FROM command.slot_claim WHERE slot_id = ANY (?)
      """;
  private static final String OF_NOTHING =
      """
      SELECT slot_id FROM command.slot_claim
       WHERE NOT EXISTS (
         SELECT FROM command.DomainEventEntry WHERE aggregateIdentifier = slot_id)
      """;

  private final Snapshot snapshot;
  private final Violations violations;

  private record Claim(
      @Nullable String resourceId,
      @Nullable String bookingId,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Instant until) {}

  /** Tells what it finds. */
  public ClaimCheck(Snapshot snapshot, Violations violations) {
    this.snapshot = snapshot;
    this.violations = violations;
  }

  @Override
  public void look(List<History> histories) throws SQLException {
    var slots = histories.stream().filter(each -> each.isOf(SlotLife.FAMILY)).toList();
    var claims =
        snapshot.byId(
            OF_SLOTS, slots.stream().map(History::id).toList(), "slot_id", ClaimCheck::read);
    slots.forEach(slot -> compare(slot, claims));
  }

  private void compare(History history, Map<String, Claim> claims) {
    var slot = SlotLife.after(history);
    var claim = claims.get(history.id());
    if (claim == null && slot.isHeld()) {
      violations.add("claim-missing", "%s is %s".formatted(history.id(), slot.status()));
    } else if (claim != null && !slot.isHeld()) {
      violations.add("claim-left-over", "%s is %s".formatted(history.id(), slot.status()));
    } else if (claim != null
        && !claim.equals(
            new Claim(
                slot.resourceId(), slot.bookingId(), slot.start(), slot.end(), slot.until()))) {
      violations.add("claim-differs", "%s is %s".formatted(history.id(), slot.status()));
    }
  }

  @Override
  public void end() throws SQLException {
    snapshot.each(
        OF_NOTHING,
        row -> violations.add("claim-left-over", row.getString("slot_id") + " was never held"));
  }

  private static Claim read(ResultSet row) throws SQLException {
    return new Claim(
        row.getString("resource_id"),
        row.getString("booking_id"),
        instant(row, "start"),
        instant(row, "end"),
        instant(row, "until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
