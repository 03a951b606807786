package io.slotkeeper.platform.limit;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a node remembers of a bucket: its state when the node last saw it, and what it has in hand.
 * Others may have taken from the bucket since, but what is refused by this state would be refused
 * by the newest one too.
 */
final class Remembered {
  private final String key;
  private final ReentrantLock lock = new ReentrantLock();
  private byte @Nullable [] state;
  private boolean seen;
  private Source source = Source.LOCAL;
  private Hand hand = Hand.EMPTY;

  Remembered(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** Of one client only: nobody waits for another's requests. */
  ReentrantLock lock() {
    return lock;
  }

  boolean isSeen() {
    return seen;
  }

  Optional<byte[]> state() {
    return Optional.ofNullable(state);
  }

  void see(byte @Nullable [] newest) {
    state = newest;
    seen = true;
  }

  void forget() {
    state = null;
    seen = false;
  }

  /** Permits that this node has taken and not used. */
  Hand hand() {
    return hand;
  }

  void hold(Hand newest) {
    hand = newest;
  }

  Source source() {
    return source;
  }

  void decidedBy(Source decider) {
    source = decider;
  }

  /** Who decided. */
  enum Source {
    /** This node, from what it remembers. */
    LOCAL,
    /** All nodes, in Redis. */
    SHARED,
    /** This node, since Redis is away. */
    ALONE
  }
}
