package io.slotkeeper.faults;

import io.slotkeeper.faults.audit.Audit;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Rebuilds;
import io.slotkeeper.faults.cluster.Store;
import io.slotkeeper.faults.customers.Ledger;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** See {@link OnTheCluster}. */
final class ClusterExtension
    implements ParameterResolver,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        TestExecutionExceptionHandler {

  private static final Namespace RUN = Namespace.create(ClusterExtension.class);
  private static final String BEGIN = "begin";

  /**
   * Closed with the run.
   *
   * @param failure why there is none, which is the failure of all tests
   */
  private record Shared(@Nullable Cluster started, Ledger ledger, @Nullable Throwable failure)
      implements AutoCloseable {

    static Shared start() {
      long begin = System.nanoTime();
      try {
        var shared = new Shared(Cluster.start(), new Ledger(), null);
        say("The cluster has started", begin);
        return shared;
      } catch (RuntimeException | AssertionError e) {
        return new Shared(null, new Ledger(), e);
      }
    }

    Cluster cluster() {
      if (started == null) {
        throw new IllegalStateException("the cluster has not started", failure);
      }
      return started;
    }

    @Override
    public void close() {
      if (started != null) {
        started.close();
      }
    }
  }

  private static Shared shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(RUN)
        .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Cluster.class || type == Ledger.class || type == Random.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    if (type == Random.class) {
      return Seed.ofTheRun().random(name(context));
    }
    var shared = shared(context);
    return type == Cluster.class ? shared.cluster() : shared.ledger();
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    shared(context);
    context.getStore(RUN).put(BEGIN, System.nanoTime());
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    throw bySeed(context, failure);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    var shared = shared(context);
    long begin = context.getStore(RUN).getOrDefault(BEGIN, Long.class, System.nanoTime());
    say(name(context) + " has ended", begin);
    try {
      long healing = System.nanoTime();
      shared.cluster().heal();
      new Rebuilds(shared.cluster()).awaitEnded();
      new Store(shared.cluster()).awaitQuiet();
      say("  quiet", healing);
      long auditing = System.nanoTime();
      Audit.of(shared.cluster()).finds(shared.ledger()).nothing();
      say("  audited", auditing);
    } catch (RuntimeException | AssertionError e) {
      throw bySeed(context, e);
    }
  }

  private static AssertionError bySeed(ExtensionContext context, Throwable failure) {
    var words = "%s, by %s: %s".formatted(name(context), Seed.ofTheRun(), failure.getMessage());
    System.out.println(words);
    return new AssertionError(words, failure);
  }

  private static String name(ExtensionContext context) {
    return context.getRequiredTestClass().getSimpleName()
        + "."
        + context.getRequiredTestMethod().getName();
  }

  private static void say(String what, long begin) {
    System.out.printf(
        "%s after %.1f s%n", what, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
  }
}
