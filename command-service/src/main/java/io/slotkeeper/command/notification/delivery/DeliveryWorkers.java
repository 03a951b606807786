package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.command.notification.whatsapp.WhatsAppClient;
import io.slotkeeper.platform.errors.Circumstances;
import io.slotkeeper.platform.errors.ErrorReports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: several recipients at a time, one message after the other to each. Nodes share
 * the queue by claiming.
 */
@Component
class DeliveryWorkers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DeliveryWorkers.class);
  private static final int WORKERS = 8;

  /** One looks for what has come due; the others wait until there is more than one can do. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final Duration IDLE = Duration.ofSeconds(30);

  /** While WhatsApp is closed one worker looks for what has expired. */
  private static final Duration BETWEEN_EXPIRIES = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final SequencedDeadLetterQueue<EventMessage<?>> letters;
  private final Delivery delivery;
  private final WhatsAppClient whatsApp;
  private final DeliverySignal signal;
  private final ErrorReports reports;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * What workers of this node are about to claim or have claimed: only nodes compete for letters.
   */
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  private volatile boolean running;

  DeliveryWorkers(
      SequencedDeadLetterQueue<EventMessage<?>> letters,
      Delivery delivery,
      WhatsAppClient whatsApp,
      DeliverySignal signal,
      ObjectProvider<ErrorReports> reports) {
    this.letters = letters;
    this.delivery = delivery;
    this.whatsApp = whatsApp;
    this.signal = signal;
    this.reports = reports.getIfAvailable(() -> ErrorReports.NONE);
  }

  @Override
  public synchronized void start() {
    running = true;
    for (int i = 0; i < WORKERS; i++) {
      boolean looks = i == 0;
      threads.add(Thread.ofVirtual().name("whatsapp-delivery-" + i).start(() -> work(looks)));
    }
  }

  /**
   * Works until it is stopped.
   *
   * @param looks whether also for what nobody has signalled
   */
  private void work(boolean looks) {
    var pause = looks ? POLL : IDLE;
    long lastLook = System.nanoTime();
    while (running) {
      try {
        if (whatsApp.isOpenForBusiness()) {
          if (!sendNext()) {
            signal.await(pause);
          }
        } else {
          if (looks && System.nanoTime() - lastLook >= BETWEEN_EXPIRIES.toNanos()) {
            lastLook = System.nanoTime();
            endExpired();
          }
          signal.await(pause);
        }
      } catch (InterruptedException e) {
        // Only an end that takes too long interrupts.
        return;
      } catch (RuntimeException | Error e) {
        log.warn("Sending notifications goes on in a while", e);
        reports.report(e, Circumstances.ofTask("whatsapp-delivery"));
        pause();
      }
    }
  }

  private void endExpired() {
    boolean found = true;
    while (running && found) {
      found = sendNext();
    }
  }

  /** Whether there was anything to do. */
  private boolean sendNext() {
    var found = new AtomicBoolean();
    var mine = new ArrayList<String>();
    try {
      process(found, mine);
    } finally {
      inHand.removeAll(mine);
    }
    return found.get();
  }

  private void process(AtomicBoolean found, List<String> mine) {
    letters.process(
        letter -> {
          // Another node was faster at the one before.
          inHand.removeAll(mine);
          mine.clear();
          var id = letter.message().getIdentifier();
          boolean isFree = inHand.add(id);
          if (isFree) {
            mine.add(id);
          }
          return isFree;
        },
        letter -> {
          if (!running) {
            return Decisions.requeue(new Postponed("stopping"), each -> each.diagnostics());
          }
          if (!found.getAndSet(true)) {
            signal.give();
          }
          return delivery.deliver(letter);
        });
  }

  private void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is being sent is finished; what it leaves is claimed by whoever starts next. */
  @Override
  public synchronized void stop() {
    running = false;
    threads.forEach(thread -> signal.give());
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      for (var thread : threads) {
        var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        if (!thread.join(left)) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
