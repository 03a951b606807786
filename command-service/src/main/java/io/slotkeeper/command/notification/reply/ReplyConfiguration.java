package io.slotkeeper.command.notification.reply;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.slotkeeper.command.notification.chat.Words;
import io.slotkeeper.command.notification.text.ChatTexts;
import io.slotkeeper.command.notification.whatsapp.NotSent;
import io.slotkeeper.command.notification.whatsapp.OutcomeUnknown;
import io.slotkeeper.command.notification.whatsapp.WhatsAppClient;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ReplyConfiguration.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 8;

  @Bean
  OneTimeTask<byte[]> whatsappReply(WhatsAppClient whatsApp, Clock clock) {
    return Tasks.oneTime(WhatsAppReplies.TASK)
        .onFailure(ReplyConfiguration::tryLater)
        .execute((task, context) -> send(ReplyLetter.read(task.getData()), whatsApp, clock));
  }

  @Bean
  Words wordsOfAllLanguages(ChatTexts texts) {
    return text -> texts.wordIn(text).map(word -> Words.Word.valueOf(word.name()));
  }

  private static void send(ReplyLetter letter, WhatsAppClient whatsApp, Clock clock) {
    if (!clock.instant().isBefore(letter.expiresAt())) {
      log.info("An answer is not sent: it comes a day late");
      return;
    }
    try {
      whatsApp.send(letter.message());
    } catch (OutcomeUnknown e) {
      log.info("Whether an answer arrived is not known ({})", e.code());
    } catch (NotSent e) {
      if (!e.isPermanent()) {
        throw e;
      }
      log.warn("An answer cannot be sent: {}", e.code());
    }
  }

  private static void tryLater(ExecutionComplete failed, ExecutionOperations<byte[]> operations) {
    int doublings = Math.min(failed.getExecution().consecutiveFailures, MOST_DOUBLINGS);
    var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    var wait = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    operations.reschedule(failed, failed.getTimeDone().plus(wait));
  }
}
