package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyfold.query;

import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Row;
import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.jdbc.core.JdbcOperations;

@Refused
abstract class ReadsATable implements Projection<Object, Row> {
  abstract JdbcOperations other();
}
