package io.slotkeeper.query.example;

import io.slotkeeper.query.projection.RowTable;

/** The second edition of the waits: its table has a column more. */
class TimedWaitProjection extends WaitProjection {
  @Override
  public int version() {
    return 2;
  }

  @Override
  public RowTable<WaitRow> table() {
    return WaitTable.ROWS.number("seconds", WaitRow::seconds);
  }
}
