package io.slotkeeper.query.slot.stream;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One stream, sent by a thread of its own: first what was missed, then what comes. */
final class SlotStream {
  private static final int PAGE = 100;

  /** How long browsers wait before they resume. */
  private static final String RETRY = "retry: 2000\n\n";

  private static final String HEARTBEAT = ":\n\n";

  private final Feed feed;
  private final Listener listener;
  private final BooleanSupplier welcome;
  private final OpenResponse out;
  private long cursor;
  private long asked = System.nanoTime();

  /** What streams are made of. */
  record Feed(
      SlotChangeTable table,
      Doorway doorway,
      StreamEvents events,
      StreamMeters meters,
      StreamSettings settings) {}

  /**
   * @param welcome whether the listener may still see what it sees; asked when the business
   *     changes, and now and then, since a token may expire
   */
  SlotStream(Feed feed, Listener listener, BooleanSupplier welcome, OpenResponse out) {
    this.feed = feed;
    this.listener = listener;
    this.welcome = welcome;
    this.out = out;
  }

  /**
   * Returns when the listener is to go.
   *
   * @param handedOut the place after which everything is handed to the listener
   * @throws IOException when it has gone
   */
  void run(Beginning beginning, long handedOut) throws IOException, InterruptedException {
    var business = listener.businessId();
    cursor = beginning.after();
    // Who was let in a moment ago may have lost the right just before it began to listen.
    if (!welcome.getAsBoolean()) {
      return;
    }
    switch (beginning.kind()) {
      case NEW -> out.write(RETRY + feed.events().ready(business, cursor).text());
      case TOO_LATE -> out.write(RETRY + feed.events().reset(business, cursor).text());
      case RESUMED -> out.write(RETRY);
    }
    catchUp(handedOut);
    while (listener.isOpen()) {
      var events = listener.await(feed.settings().heartbeat());
      if (isTimeToAsk() && !isWelcome()) {
        return;
      }
      if (events.isEmpty()) {
        out.write(HEARTBEAT);
      } else {
        send(events);
      }
    }
  }

  /**
   * What of the feed was missed, and is not handed to the listener.
   *
   * @param end up to where; what comes last may be left out for this listener
   */
  private record Page(List<StreamEvent> events, boolean complete, long end) {}

  private void catchUp(long handedOut) throws IOException {
    while (cursor < handedOut && listener.isOpen()) {
      var page = feed.doorway().pass(() -> pageUpTo(handedOut));
      if (!page.complete()) {
        out.write(feed.events().reset(listener.businessId(), handedOut).text());
        cursor = handedOut;
        return;
      }
      send(page.events());
      // Also past what is left out, or a page of nothing else would be read for ever.
      cursor = page.end();
    }
  }

  private Page pageUpTo(long handedOut) {
    var missed = feed.table().of(listener.businessId(), cursor, handedOut, PAGE);
    // Asked after it was read: until then it may have been deleted.
    boolean complete = feed.table().span().oldest() <= cursor;
    var events = feed.events().of(missed, listener.isOwner());
    long end = missed.size() < PAGE ? handedOut : missed.getLast().seq();
    return new Page(events, complete, end);
  }

  private boolean isTimeToAsk() {
    return System.nanoTime() - asked >= feed.settings().heartbeat().toNanos();
  }

  private boolean isWelcome() {
    asked = System.nanoTime();
    return welcome.getAsBoolean();
  }

  private void send(List<StreamEvent> events) throws IOException {
    var text = new StringBuilder();
    int count = 0;
    for (var event : events) {
      if (event.seq() <= cursor) {
        continue;
      }
      if (event.ofBusiness() && !isWelcome()) {
        listener.end();
      }
      // What is left when a stream ends may have gaps.
      if (!listener.isOpen()) {
        break;
      }
      text.append(event.text());
      cursor = event.seq();
      count++;
    }
    if (count > 0) {
      out.write(text.toString());
      feed.meters().countSent(count);
    }
  }
}
