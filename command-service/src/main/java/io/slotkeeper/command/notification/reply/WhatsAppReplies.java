package io.slotkeeper.command.notification.reply;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.notification.chat.ChatReplies;
import io.slotkeeper.command.notification.chat.Reply;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Schedules answers in the transaction that notes the message as answered. */
@Component
class WhatsAppReplies implements ChatReplies {

  static final TaskDescriptor<byte[]> TASK = TaskDescriptor.of("whatsapp-reply", byte[].class);

  private static final Duration WINDOW = Duration.ofHours(24);

  private final ReplyWords words;
  private final SchedulerClient tasks;
  private final Clock clock;

  /** The scheduler is made of the tasks, which in the end need this. */
  WhatsAppReplies(ReplyWords words, @Lazy SchedulerClient tasks, Clock clock) {
    this.words = words;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public void reply(PhoneNumber to, String inReplyToWamid, Reply reply) {
    var now = clock.instant();
    int number = 0;
    for (var body : words.of(to, reply)) {
      var letter = ReplyLetter.of(to, body, inReplyToWamid, now.plus(WINDOW));
      number++;
      tasks.scheduleIfNotExists(
          TASK.instance(inReplyToWamid + "/" + number).data(letter.write()).scheduledTo(now));
    }
  }
}
