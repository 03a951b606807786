package io.slotkeeper.query.business;

import io.slotkeeper.query.cache.Holds;
import io.slotkeeper.query.cache.WriteThrough;
import io.slotkeeper.query.projection.Change;
import io.slotkeeper.query.projection.ChangeWatcher;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Keeps the cache in step with businesses. Their days fall with the version that they tell. */
@Component
class BusinessWatcher implements ChangeWatcher<BusinessRow> {
  private final Holds holds;
  private final PublicBusinesses businesses;
  private final WriteThrough writing;

  BusinessWatcher(Holds holds, PublicBusinesses businesses, WriteThrough writing) {
    this.holds = holds;
    this.businesses = businesses;
    this.writing = writing;
  }

  @Override
  public Runnable changing(Collection<Change<BusinessRow>> changes) {
    var ids =
        changes.stream().map(change -> change.after().state().businessId()).distinct().toList();
    var hold = holds.hold(ids.stream().map(PublicBusinesses::key).toList());
    return () -> {
      hold.release();
      ids.stream()
          .filter(id -> hold.known().contains(PublicBusinesses.key(id)))
          .forEach(id -> writing.submit(() -> businesses.fill(id)));
    };
  }
}
