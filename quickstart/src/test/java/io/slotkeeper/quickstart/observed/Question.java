package io.slotkeeper.quickstart.observed;

import io.slotkeeper.quickstart.observed.Expression.Matcher;
import io.slotkeeper.quickstart.observed.Expression.Selector;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an alert or a panel asks Prometheus for.
 *
 * @param where it is written
 * @param promQl with its variables replaced
 * @param shown labels of the answer that people are shown
 */
record Question(String where, String promQl, Set<String> shown) {

  /** Prometheus makes these metrics, and gives these labels to all of a target. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

  private static final Set<String> LABELS_OF_TARGETS = Set.of("job", "instance");

  /** What does not exist, in words. */
  Stream<String> mistakes(Exposition exposition, Set<String> events) {
    var expression = Expression.of(promQl);
    var known = new HashSet<>(LABELS_OF_TARGETS);
    expression.selectors().forEach(each -> known.addAll(exposition.labels(each.metric())));
    return Stream.of(
            expression.selectors().stream()
                .filter(each -> !OF_PROMETHEUS.contains(each.metric()))
                .flatMap(each -> mistakes(each, exposition, events)),
            Stream.concat(expression.labels().stream(), shown.stream())
                .filter(label -> !known.contains(label))
                .map(label -> "nothing in it has the label " + label))
        .flatMap(each -> each)
        .map(mistake -> where + ": " + mistake);
  }

  private static Stream<String> mistakes(
      Selector selector, Exposition exposition, Set<String> events) {
    String metric = selector.metric();
    if (!exposition.has(metric)) {
      return Stream.of("there is no metric " + metric);
    }
    return selector.matchers().stream()
        .filter(matcher -> !LABELS_OF_TARGETS.contains(matcher.label()))
        .filter(matcher -> !isKnown(metric, matcher, exposition, events))
        .map(
            matcher ->
                "%s has no %s%s\"%s\""
                    .formatted(metric, matcher.label(), matcher.sign(), matcher.value()));
  }

  /** Only an exact value must be there: others ask for what ought to be rare. */
  private static boolean isKnown(
      String metric, Matcher matcher, Exposition exposition, Set<String> events) {
    if (!exposition.labels(metric).contains(matcher.label())) {
      return false;
    }
    return !matcher.sign().equals("=")
        || exposition.values(metric, matcher.label()).contains(matcher.value())
        || (matcher.label().equals("payloadType") && events.contains(matcher.value()));
  }
}
