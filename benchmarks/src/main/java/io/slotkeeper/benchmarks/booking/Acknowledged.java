package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.load.Answer;
import io.slotkeeper.benchmarks.load.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bookings that callers were told of, each of which must be there. */
public final class Acknowledged {

  private static final int AT_A_TIME = 50_000;
  private static final String FIELD = "\"bookingId\":\"";

  private final Queue<String> bookings = new ConcurrentLinkedQueue<>();

  /** One more. */
  public void hear(Call call, Answer answer) {
    bookings.add(bookingIn(answer.text()));
  }

  static String bookingIn(String body) {
    int begin = body.indexOf(FIELD) + FIELD.length();
    return body.substring(begin, body.indexOf('"', begin));
  }

  /** How many. */
  public int count() {
    return bookings.size();
  }

  /**
   * Looks for each of them, once.
   *
   * @param columns where a booking's id is, such as {@code query.booking.booking_id}
   * @throws IllegalStateException where one is missing, or was acknowledged twice
   */
  public void requireIn(JdbcTemplate sql, List<String> columns) {
    Set<String> distinct = new HashSet<>(bookings);
    if (distinct.size() != bookings.size()) {
      throw new IllegalStateException(
          "%d bookings were acknowledged twice".formatted(bookings.size() - distinct.size()));
    }
    var all = List.copyOf(distinct);
    for (var column : columns) {
      long missing = missingIn(sql, column, all);
      if (missing != 0) {
        throw new IllegalStateException(
            "%d of %d acknowledged bookings are not in %s".formatted(missing, all.size(), column));
      }
    }
  }

  /** How many of them are missing where most are, of these columns. */
  public long missingIn(JdbcTemplate sql, List<String> columns) {
    var all = bookings.stream().distinct().toList();
    return columns.stream().mapToLong(column -> missingIn(sql, column, all)).max().orElse(0);
  }

  private static long missingIn(JdbcTemplate sql, String column, List<String> all) {
    long there = 0;
    for (int from = 0; from < all.size(); from += AT_A_TIME) {
      there += count(sql, column, all.subList(from, Math.min(from + AT_A_TIME, all.size())));
    }
    return all.size() - there;
  }

  private static long count(JdbcTemplate sql, String column, List<String> bookings) {
    int dot = column.lastIndexOf('.');
    // Joined, not "= ANY": without an index, that looks through all of them for each row.
    Long found =
        sql.queryForObject(
            "SELECT count(DISTINCT %s) FROM %s JOIN unnest(?) AS heard(id) ON heard.id = %1$s"
                .formatted(column.substring(dot + 1), column.substring(0, dot)),
            Long.class,
            (Object) bookings.toArray(String[]::new));
    return found == null ? 0 : found;
  }
}
