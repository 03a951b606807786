package io.slotkeeper.quickstart.architecture.counterexamples.projectionsonlyfold.query;

import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Row;
import io.slotkeeper.quickstart.architecture.Refused;
import java.time.Clock;

@Refused
abstract class ReadsTheTime implements Projection<Object, Row> {
  abstract Clock other();
}
