package io.slotkeeper.command.saga;

import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.platform.commands.DetachedCommands;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Waits for each command, so that one which fails makes the saga's handler fail and come again. */
@Component
class DetachedSagaCommands implements SagaCommands {

  /** Below the 9 s after which PostgreSQL ends the saga's transaction, which idles meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final DetachedCommands commands;

  DetachedSagaCommands(DetachedCommands commands) {
    this.commands = commands;
  }

  @Override
  public void send(QueueNotifications command) {
    await(command);
  }

  @Override
  public void send(ExpireBooking command) {
    await(command);
  }

  private void await(Object command) {
    try {
      commands.send(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a command of a saga runs", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("A command of a saga failed", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("A command of a saga takes too long", e);
    }
  }
}
