package io.slotkeeper.query.rebuild;

/** A migration was applied while the next generation was filled, which is made as it was before. */
final class TablesHaveChanged extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  TablesHaveChanged() {
    super("a migration was applied during the rebuild");
  }
}
