package io.slotkeeper.query.projection;

import java.util.Collection;

/**
 * Is told what a transaction changes in the read model that serves. A bean of this type watches the
 * rows of its type. A rebuild is not watched: it ends in what is there, or is announced as a whole.
 */
@FunctionalInterface
public interface ChangeWatcher<R extends Row> {
  /**
   * Called inside the transaction, once the rows are written and before they can be seen. What is
   * written to PostgreSQL here comes or goes with them.
   *
   * @return what to do once the transaction has ended, whether or not it was committed; it must not
   *     throw
   */
  Runnable changing(Collection<Change<R>> changes);
}
