package io.slotkeeper.platform.health;

/** Something that Redis is used for, which knows from its own calls whether that works. */
@FunctionalInterface
public interface RedisUse {
  /** Whether Redis is being used; must not wait for it. */
  boolean works();
}
