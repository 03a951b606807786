package io.slotkeeper.query;

import io.slotkeeper.platform.problem.ProblemException;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the query bus, and waits for its answer. */
@Component
public class Questions {
  private final QueryGateway queries;

  Questions(QueryGateway queries) {
    this.queries = queries;
  }

  /** The answer to a question that always has one. */
  public <T> T ask(Object query, Class<T> answer) {
    return queries.query(query, ResponseTypes.instanceOf(answer)).join();
  }

  /** What is asked for; where there is no such thing, the caller is told so. */
  public <T> T find(Object query, Class<T> answer) {
    return findAny(query, answer).orElseThrow(ProblemException::notFound);
  }

  /** What is asked for, if there is such a thing. */
  public <T> Optional<T> findAny(Object query, Class<T> answer) {
    return queries.query(query, ResponseTypes.optionalInstanceOf(answer)).join();
  }
}
