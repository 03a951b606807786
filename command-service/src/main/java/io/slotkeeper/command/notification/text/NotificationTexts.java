package io.slotkeeper.command.notification.text;

import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
import org.springframework.stereotype.Component;

/** Puts notifications into words. */
@Component
public class NotificationTexts {
  NotificationTexts() {}

  /** The words for a notification, in its language and its time zone. */
  public Rendered render(Telling telling) {
    var event = telling.queued();
    var template =
        Template.of(NotificationKind.valueOf(event.kind()), Recipient.valueOf(event.recipient()));
    var language = Language.of(event.locale());
    var values =
        template.variables().stream().map(variable -> variable.in(telling, language)).toList();
    return new Rendered(
        template.templateName(),
        language.tag(),
        values,
        template.text(language, values),
        template.buttonTitles(language));
  }
}
