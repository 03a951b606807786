package io.slotkeeper.faults.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.faults.client.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Asks the same again, of one node after the other, until it is decided. Whatever else is answered
 * must be an end of the connection, or a problem that says when to come back.
 */
final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Map<String, LongAdder> undecided = new ConcurrentSkipListMap<>();

  Answer ask(String what, Supplier<Answer> request) {
    return ask(what, request, Answer::decided);
  }

  /** Reads again as long as the read model is behind; nothing else may be in the way. */
  Answer askWhileBehind(String what, Supplier<Answer> read) {
    return ask(
        what, read, answer -> answer.status() != 503 || !answer.code().equals("projection-behind"));
  }

  private Answer ask(String what, Supplier<Answer> request, Predicate<? super Answer> enough) {
    return Awaitility.await(what)
        .pollInSameThread()
        .pollDelay(0, TimeUnit.MILLISECONDS)
        .pollInterval(100, TimeUnit.MILLISECONDS)
        .atMost(LONGEST)
        .until(() -> look(request.get()), enough);
  }

  private Answer look(Answer answer) {
    if (!answer.decided()) {
      mayComeBack(answer);
      count(answer);
    }
    return answer;
  }

  /** Fails for a refusal after which nobody knows whether to come back. */
  static void mayComeBack(Answer answer) {
    if (answer.status() != 0) {
      assertThat(answer.status()).as("%s", answer.body()).isIn(409, 503);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.header("Retry-After")).as("%s", answer.body()).isNotEmpty();
    }
  }

  private void count(Answer answer) {
    String kind = answer.status() == 0 ? "no answer" : answer.kind();
    undecided.computeIfAbsent(kind, key -> new LongAdder()).increment();
  }

  @Override
  public String toString() {
    return undecided.toString();
  }
}
