package io.slotkeeper.command.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Transactions of one thread, one inside another where a saga waits for its command. What is kept
 * changes at once, and back again where the transaction does not commit. A commit is where power
 * can fail: what comes before it is lost with it, so no other moment makes a difference.
 */
final class Transactions implements TransactionManager {

  private final Deque<Open> open = new ArrayDeque<>();
  private int commitsLeft;
  private boolean failsAfterwards;
  private boolean failed;

  /** Lets the power fail at a commit, counted from 1, before it or after it. */
  void failAt(int commit, boolean afterwards) {
    commitsLeft = commit;
    failsAfterwards = afterwards;
  }

  boolean hasFailed() {
    return failed;
  }

  /** Brings the power back: what was not committed is gone. */
  void recover() {
    while (!open.isEmpty()) {
      open.peek().rollback();
    }
    commitsLeft = 0;
    failed = false;
  }

  /** Takes what undoes a change of the innermost transaction. */
  void changed(Runnable undo) {
    var current = open.peek();
    if (current == null) {
      throw new IllegalStateException("Something is written outside a transaction");
    }
    current.undo.push(undo);
  }

  @Override
  public Transaction startTransaction() {
    var begun = new Open();
    open.push(begun);
    return begun;
  }

  private void end(Open ended) {
    if (open.peek() != ended) {
      throw new IllegalStateException("A transaction ends before one that it contains");
    }
    open.pop();
  }

  private final class Open implements Transaction {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public void commit() {
      boolean now = !failed && commitsLeft > 0 && --commitsLeft == 0;
      failed = failed || now;
      if (failed && !(now && failsAfterwards)) {
        throw new PowerFailure();
      }
      end(this);
      if (now) {
        throw new PowerFailure();
      }
    }

    @Override
    public void rollback() {
      if (open.contains(this)) {
        end(this);
        undo.forEach(Runnable::run);
      }
    }
  }
}
