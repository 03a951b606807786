package io.slotkeeper.command.notification.chat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.slotkeeper.platform.foundation.Sha256;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Keeps what Meta posts until it is dealt with. */
@Component
class WebhookInbox {

  static final TaskDescriptor<byte[]> TASK = TaskDescriptor.of("whatsapp-webhook", byte[].class);

  /** As hexadecimal digits, enough to be unique. */
  private static final int NAME_LENGTH = 32;

  private final SchedulerClient tasks;
  private final Clock clock;

  WebhookInbox(SchedulerClient tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Stores a body; the same one that still waits is not stored again. */
  void store(byte[] body) {
    tasks.scheduleIfNotExists(TASK.instance(nameOf(body)).data(body).scheduledTo(clock.instant()));
  }

  /**
   * The name of the chain of changes that a stored webhook begins: the same after a restart, and
   * when Meta posts it again. It says nothing about whom it is from.
   */
  static String correlationOf(String storedId) {
    return "whk_" + storedId.substring(0, NAME_LENGTH);
  }

  private static String nameOf(byte[] body) {
    return HexFormat.of().formatHex(Sha256.of(body));
  }
}
