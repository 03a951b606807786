package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.StoredEvent;

/** Where an aggregate is, by the rules of its domain. It starts where nothing has happened. */
interface Life {

  /** Takes the next event, and says whether it may happen where the aggregate is. */
  boolean take(StoredEvent event);

  /** Where it is, in a word. */
  String status();
}
