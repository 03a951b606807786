package io.slotkeeper.command.notification.chat;

import io.slotkeeper.api.PhoneNumber;

/** Answers people on WhatsApp. */
@FunctionalInterface
public interface ChatReplies {
  /**
   * Sees to it that somebody is answered, if the transaction that this runs in commits. It is
   * called once for each message that deserves an answer.
   *
   * @param inReplyToWamid Meta's name for the message that is answered
   */
  void reply(PhoneNumber to, String inReplyToWamid, Reply reply);
}
