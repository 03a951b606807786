package io.slotkeeper.admin.audit.view;

import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the row of an aggregate must be after its events, worked out from these alone. */
interface Mirror {

  /** Of the processor that fills the table. */
  String projection();

  /** Which edition of the projection's rules this follows. */
  int edition();

  /** First word of the names of its events. */
  String family();

  /** Without a schema. */
  String table();

  /** The column with the aggregate's id. */
  String key();

  /** The columns that are compared: as SQL that gives a text or a timestamptz, and a name. */
  List<String> columns();

  /** Changes the row, which is empty before the first event, to what the event makes of it. */
  void take(StoredEvent event, Map<String, @Nullable Object> row);
}
