package io.slotkeeper.query.projection;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What happens in a transaction that has changed what serves, besides the change. */
final class ServingEnd<R extends Row> implements ProjectionHandler.BatchEnd<R> {
  private final Projection<?, R> projection;
  private final ServedVersions versions;
  private final Supplier<List<ChangeWatcher<R>>> watchers;

  ServingEnd(
      Projection<?, R> projection,
      ServedVersions versions,
      Supplier<List<ChangeWatcher<R>>> watchers) {
    this.projection = projection;
    this.versions = versions;
    this.watchers = watchers;
  }

  @Override
  public void saved(List<Change<R>> changes, UnitOfWork<?> unitOfWork) {
    // Also where nothing was changed: it may be that newer rows could not even be read.
    requireOwnEdition();
    if (changes.isEmpty()) {
      return;
    }
    for (var watcher : watchers.get()) {
      var afterwards = watcher.changing(changes);
      unitOfWork.onCleanup(ended -> afterwards.run());
    }
  }

  /**
   * A node that still runs older rules must not write by them into what newer ones have filled.
   * Asked after the rows are written: the switch waits for whoever has touched the table.
   */
  private void requireOwnEdition() {
    int filledBy = versions.of(projection);
    if (filledBy > projection.version()) {
      throw new NewerEdition(projection.name(), filledBy, projection.version());
    }
  }
}
