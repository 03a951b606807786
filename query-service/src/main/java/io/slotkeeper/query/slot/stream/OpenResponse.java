package io.slotkeeper.query.slot.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response that stays open on a thread of its own: that of the request would keep the stack of
 * all filters, which is several times what a listener needs. Nothing is dispatched at its end.
 */
final class OpenResponse implements AsyncListener {
  private static final Logger log = LoggerFactory.getLogger(OpenResponse.class);

  /** What goes on after the request has been handled. */
  @FunctionalInterface
  interface Sending {
    void to(OpenResponse response) throws IOException, InterruptedException;
  }

  private final AsyncContext context;

  /** Tomcat uses request and response again for others: nobody may touch them after the end. */
  private final ReentrantLock lock = new ReentrantLock();

  private boolean over;

  private OpenResponse(AsyncContext context) {
    this.context = context;
  }

  /**
   * Returns at once. The response must have been committed.
   *
   * @param ended run when the sending has ended, however it has
   */
  static void keep(HttpServletRequest request, Sending sending, Runnable ended) {
    var context = request.startAsync();
    context.setTimeout(0);
    var response = new OpenResponse(context);
    context.addListener(response);
    Thread.ofVirtual().name("slot-stream").start(() -> response.send(sending, ended));
  }

  /**
   * Sends at once.
   *
   * @throws IOException if the reader has gone, or has not read for too long
   */
  void write(String text) throws IOException {
    lock.lock();
    try {
      if (over) {
        throw new IOException("The response has ended");
      }
      var out = context.getResponse().getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  private void send(Sending sending, Runnable ended) {
    try {
      sending.to(this);
      end();
    } catch (IOException e) {
      // The server has noticed too, and calls onError.
      log.debug("A stream was cut", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
    } catch (RuntimeException e) {
      log.warn("A stream ends early: {}", e.getClass().getSimpleName());
      end();
    } finally {
      ended.run();
    }
  }

  private void end() {
    lock.lock();
    try {
      if (!over) {
        over = true;
        context.complete();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}

  @Override
  public void onComplete(AsyncEvent event) {}
}
