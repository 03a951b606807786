package io.slotkeeper.faults;

import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Node;
import io.slotkeeper.faults.cluster.Rebuilds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What goes wrong next, and for how long. */
final class Weather {

  private static final List<Map<String, ?>> WRONG_WITH_WHATSAPP =
      List.of(
          Map.of("error", 131016, "every", 2),
          Map.of("error", 130429),
          Map.of("error", 131056, "every", 3),
          Map.of("delayMs", 1500),
          Map.of("duplicateWebhooks", true, "shuffleWebhooks", true));

  private final Cluster cluster;
  private final Random random;
  private final List<String> told = new ArrayList<>();

  Weather(Cluster cluster, Random random) {
    this.cluster = cluster;
    this.random = random;
  }

  /**
   * Makes something go wrong, and tells what is to be done about it.
   *
   * @return ends it
   */
  Runnable next() {
    return switch (random.nextInt(11)) {
      case 0, 1, 2 -> {
        Node node = anyNode();
        told("kill " + node.name());
        node.kill();
        yield node::startAgain;
      }
      case 3, 4 -> {
        Node node = anyNode();
        told("freeze " + node.name());
        node.freeze();
        yield node::thaw;
      }
      case 5 -> {
        told("crash PostgreSQL");
        cluster.crashPostgres();
        yield cluster::restartPostgres;
      }
      case 6 -> {
        told("freeze PostgreSQL");
        cluster.freezePostgres();
        yield cluster::thawPostgres;
      }
      case 7, 8 -> redis();
      case 9 -> {
        var faults = WRONG_WITH_WHATSAPP.get(random.nextInt(WRONG_WITH_WHATSAPP.size()));
        told("WhatsApp " + faults);
        cluster.whatsApp().fail(faults);
        yield cluster.whatsApp()::heal;
      }
      default -> {
        told("rebuild");
        new Rebuilds(cluster).ask();
        yield () -> {};
      }
    };
  }

  private Runnable redis() {
    switch (random.nextInt(4)) {
      case 0 -> {
        told("kill Redis");
        cluster.redis().kill();
      }
      case 1 -> {
        told("pause Redis");
        cluster.redis().pause();
      }
      case 2 -> {
        told("flush Redis");
        cluster.redis().flush();
      }
      default -> {
        told("Redis refuses to write");
        cluster.redis().refuseWrites();
      }
    }
    return cluster.redis()::heal;
  }

  /** How long it lasts. */
  Duration lasts() {
    return Duration.ofMillis(300 + random.nextInt(1700));
  }

  private Node anyNode() {
    var nodes = cluster.nodes();
    return nodes.get(random.nextInt(nodes.size()));
  }

  private void told(String what) {
    told.add(what);
  }

  @Override
  public String toString() {
    return String.join(", ", told);
  }
}
