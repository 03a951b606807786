package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The program that a user starts. */
public final class QuickstartApplication {

  private QuickstartApplication() {}

  /** Runs until it is interrupted; what the user can put right is said in one line. */
  public static void main(String[] arguments) {
    Started started = new Started();
    AtomicBoolean interrupted = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interrupted.set(true);
                  started.close();
                },
                "stop-quickstart"));
    try {
      Quickstart quickstart =
          Quickstart.start(
              QuickstartOptions.of(System.getenv(), List.of(arguments)),
              System.out::println,
              started);
      System.out.println(Greeting.of(quickstart).text());
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      // What is interrupted while it starts fails too, which is nobody's mistake.
      if (!interrupted.get()) {
        e.printStackTrace();
        System.exit(1);
      }
    }
  }
}
