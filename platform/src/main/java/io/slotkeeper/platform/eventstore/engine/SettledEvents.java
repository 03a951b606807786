package io.slotkeeper.platform.eventstore.engine;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;

/**
 * Old events of some kinds, a batch at a time. The others in between are left to PostgreSQL, in
 * pieces that do not take long: there may be millions of them.
 */
final class SettledEvents extends AbstractSpliterator<TrackedEventData<?>> {

  private static final long PIECE = 50_000;

  private final long end;
  private final int batchSize;
  private final Reader reader;
  private GapAwareTrackingToken position;
  private Iterator<TrackedEventData<?>> batch = List.<TrackedEventData<?>>of().iterator();

  /**
   * @param end the last number that is read
   * @param batchSize the most that the reader returns
   */
  SettledEvents(GapAwareTrackingToken position, long end, int batchSize, Reader reader) {
    super(Long.MAX_VALUE, NONNULL | ORDERED | DISTINCT);
    this.position = position;
    this.end = end;
    this.batchSize = batchSize;
    this.reader = reader;
  }

  @Override
  public boolean tryAdvance(Consumer<? super TrackedEventData<?>> action) {
    while (!batch.hasNext() && position.getIndex() < end) {
      readOn();
    }
    if (!batch.hasNext()) {
      return false;
    }
    action.accept(batch.next());
    return true;
  }

  private void readOn() {
    long piece = Math.min(position.getIndex() + PIECE, end);
    var read = reader.read(position, piece);
    batch = read.iterator();
    long passed =
        read.size() < batchSize
            ? piece
            : ((GapAwareTrackingToken) read.getLast().trackingToken()).getIndex();
    position = GapAwareTrackingToken.newInstance(passed, List.of());
  }

  /** Reads the first of those that are wanted. */
  interface Reader {

    /**
     * As many as fit into a batch.
     *
     * @param after the first number that is not read
     * @param to the last number that is read
     */
    List<TrackedEventData<?>> read(GapAwareTrackingToken after, long to);
  }
}
