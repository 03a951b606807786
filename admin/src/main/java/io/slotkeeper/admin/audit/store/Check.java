package io.slotkeeper.admin.audit.store;

import java.sql.SQLException;
import java.util.List;

/** Looks for one kind of thing that cannot be true. It sees every history once. */
public interface Check {

  /** Looks at some histories, in whatever order. */
  void look(List<History> histories) throws SQLException;

  /** Every history has been looked at. */
  default void end() throws SQLException {}
}
