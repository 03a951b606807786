package io.slotkeeper.command.notification.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Meta posts what people write and what became of our messages. An answer means that it is
 * stored, no more: Meta wants one within 250 ms. Without a secret there is nothing here at all.
 */
@RestController
@RequestMapping(WebhookController.PATH)
class WebhookController {

  static final String PATH = "/webhooks/whatsapp";

  private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
  private static final Duration WAIT = Duration.ofSeconds(5);

  private final WebhookSettings settings;
  private final WebhookSignature signature;
  private final WebhookInbox inbox;

  WebhookController(WebhookSettings settings, WebhookSignature signature, WebhookInbox inbox) {
    this.settings = settings;
    this.signature = signature;
    this.inbox = inbox;
  }

  @GetMapping
  ResponseEntity<String> subscribe(
      @RequestParam(name = "hub.mode", defaultValue = "") String mode,
      @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
      @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
    var expected = settings.verifyToken();
    if (expected == null) {
      throw ProblemException.notFound();
    }
    boolean isMeta = MessageDigest.isEqual(token.getBytes(UTF_8), expected.getBytes(UTF_8));
    if (!isMeta || !mode.equals("subscribe")) {
      throw ProblemException.of(ProblemCode.FORBIDDEN, "This is not the agreed handshake.");
    }
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
  }

  /** The stream and not a bound body: Spring would rebuild that of a form from its fields. */
  @PostMapping
  ResponseEntity<Void> take(
      @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String header,
      InputStream body)
      throws IOException {
    if (!signature.isConfigured()) {
      throw ProblemException.notFound();
    }
    if (header == null || !WebhookSignature.isWellFormed(header)) {
      throw unsigned();
    }
    var bytes = body.readAllBytes();
    if (!signature.signs(header, bytes)) {
      throw unsigned();
    }
    store(bytes);
    return ResponseEntity.ok().build();
  }

  private void store(byte[] body) {
    try {
      inbox.store(body);
    } catch (RuntimeException e) {
      // Whatever the reason: Meta keeps it and comes again.
      log.warn("A webhook could not be stored: {}", e.getClass().getSimpleName());
      throw ProblemException.of(ProblemCode.UNAVAILABLE, "It could not be stored. Send it again.")
          .retryAfter(WAIT);
    }
  }

  private static ProblemException unsigned() {
    return ProblemException.of(ProblemCode.UNAUTHENTICATED, "The body is not signed by Meta.");
  }
}
