package io.slotkeeper.command.notification.chat;

/** The signatures of webhooks, for whoever measures them alone. */
public final class MeasuredSignature {
  private final WebhookSignature signature;

  /** Made with this secret of Meta's application. */
  public MeasuredSignature(String secret) {
    this.signature = new WebhookSignature(new WebhookSettings(secret, null, null, null));
  }

  /** Whether a header signs these bytes. */
  public boolean check(String header, byte[] body) {
    return signature.signs(header, body);
  }
}
