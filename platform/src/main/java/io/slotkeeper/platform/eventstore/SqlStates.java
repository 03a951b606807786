package io.slotkeeper.platform.eventstore;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's error codes, searched along causes and chained SQL exceptions. */
public final class SqlStates {

  public static final String UNIQUE_VIOLATION = "23505";
  public static final String SERIALIZATION_FAILURE = "40001";
  public static final String DEADLOCK_DETECTED = "40P01";
  public static final String LOCK_NOT_AVAILABLE = "55P03";

  private SqlStates() {}

  public static boolean isCausedBy(Throwable failure, Set<String> states) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    push(open, failure);
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (next instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (state != null && states.contains(state)) {
          return true;
        }
        push(open, sql.getNextException());
      }
      push(open, next.getCause());
    }
    return false;
  }

  private static void push(Deque<Throwable> open, @Nullable Throwable failure) {
    if (failure != null) {
      open.push(failure);
    }
  }
}
