package io.slotkeeper.query.rebuild;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends how a rebuild gets on, every second until it has ended. */
@Component
class ProgressStreams {
  private static final long WITHOUT_END = 0;

  private final ProjectionViews views;
  private final CountDownLatch closing = new CountDownLatch(1);

  ProgressStreams(ProjectionViews views) {
    this.views = views;
  }

  SseEmitter of(String projection) {
    var emitter = new SseEmitter(WITHOUT_END);
    Thread.ofVirtual().name("progress-of-" + projection).start(() -> send(projection, emitter));
    return emitter;
  }

  /** Before the web server waits for open requests. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    closing.countDown();
  }

  private void send(String projection, SseEmitter emitter) {
    try {
      boolean goesOn = true;
      while (goesOn) {
        var view = views.named(projection).orElseThrow();
        emitter.send(SseEmitter.event().name("progress").data(view));
        goesOn = view.isRebuilding() && !closing.await(1, TimeUnit.SECONDS);
      }
      emitter.complete();
    } catch (IOException e) {
      // Whoever listened has gone.
      emitter.completeWithError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } catch (RuntimeException e) {
      emitter.completeWithError(e);
    }
  }
}
