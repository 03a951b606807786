package io.slotkeeper.command.notification.chat;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.slotkeeper.command.notification.whatsapp.WhatsAppSettings;
import io.slotkeeper.platform.web.BodyLimit;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of the conversation. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

  /** What Meta may send at once. */
  private static final int MOST_BYTES = 3 * 1024 * 1024;

  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

  @Bean
  WebhookSettings webhookSettings(WhatsAppSettings settings) {
    return new WebhookSettings(
        settings.appSecret(),
        settings.previousAppSecret(),
        settings.verifyToken(),
        settings.phoneNumberId());
  }

  @Bean
  BodyLimit webhookBodyLimit() {
    return new BodyLimit(WebhookController.PATH, MOST_BYTES);
  }

  /** Asks for the reader when it runs: what answers people schedules tasks itself. */
  @Bean
  OneTimeTask<byte[]> whatsappWebhook(ObjectProvider<WebhookReader> reader) {
    return Tasks.oneTime(WebhookInbox.TASK)
        .onFailure(new BackOff())
        .execute(
            (webhook, context) ->
                reader
                    .getObject()
                    .read(WebhookInbox.correlationOf(webhook.getId()), webhook.getData()));
  }

  @Bean
  RecurringTask<Void> whatsappSeenPurge(SeenMessages seen) {
    return Tasks.recurring("whatsapp-seen-purge", FixedDelay.of(BETWEEN_PURGES))
        .execute((purge, context) -> seen.forgetOld());
  }
}
