package io.slotkeeper.platform.commands;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of command dispatch, {@code slotkeeper.commands.*}.
 *
 * @param lockTimeout how long a command waits for an aggregate that another holds; default 800 ms
 * @param lockQueue commands that may wait for one aggregate, each with a connection in its hands:
 *     keep it below the pool's size; default 15
 * @param conflictRetries attempts after the first one that lost a race; default 3
 * @param conflictPause longest pause before the first retry, doubled for each further one; default
 *     20 ms
 * @param detached commands that handlers of events send
 */
@ConfigurationProperties("slotkeeper.commands")
public record CommandSettings(
    @DefaultValue("800ms") Duration lockTimeout,
    @DefaultValue("15") int lockQueue,
    @DefaultValue("3") int conflictRetries,
    @DefaultValue("20ms") Duration conflictPause,
    @DefaultValue Detached detached) {

  /**
   * Settings of {@link DetachedCommands}, {@code slotkeeper.commands.detached.*}.
   *
   * @param threads commands that run at a time, each with a connection in its hands; default 4
   * @param queue commands that may wait for a thread; default 100
   * @param patience how long a sender waits for a place in a full queue, with its transaction open:
   *     keep it below the 9 s after which PostgreSQL ends that; default 2 s
   * @param drain how long a shutdown waits for the commands that are left; default 5 s
   */
  public record Detached(
      @DefaultValue("4") int threads,
      @DefaultValue("100") int queue,
      @DefaultValue("2s") Duration patience,
      @DefaultValue("5s") Duration drain) {}
}
