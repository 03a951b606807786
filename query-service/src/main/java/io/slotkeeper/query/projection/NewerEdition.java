package io.slotkeeper.query.projection;

/** The tables were filled by newer rules than this node has: it must not write to them. */
final class NewerEdition extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NewerEdition(String projection, int filledBy, int own) {
    super(
        "the tables of %s were filled by version %d; this node has version %d"
            .formatted(projection, filledBy, own));
  }
}
