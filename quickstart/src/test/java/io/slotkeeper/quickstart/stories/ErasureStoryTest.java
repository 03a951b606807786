package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.testing.Volume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Many people book and are erased; whoever then has everything that is stored finds none. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureStoryTest {
  private static final int PEOPLE = Volume.of(240, 1000);
  private static final int AT_ONCE = 8;

  @Test
  void nobodyIsFoundInWhatIsStored(CapturedOutput logs) throws Exception {
    Shop shop = Shop.open("AUTOMATIC");
    var link =
        shop.owner().post(shop.path() + "/calendar-link/rotate").expect(200).text("calendarPath");
    var slots =
        IntStream.rangeClosed(1, 22).boxed().flatMap(day -> shop.freeSlots(day).stream()).toList();
    assertThat(slots).hasSizeGreaterThanOrEqualTo(PEOPLE);
    var people = IntStream.range(0, PEOPLE).mapToObj(n -> new Person(n, slots.get(n))).toList();
    var booked =
        atOnce(people.stream().<Callable<Reservation>>map(p -> () -> p.book(shop)).toList());

    var first = booked.getFirst();
    assertThat(first.awaitStatus("CONFIRMED").body().toString())
        .contains(people.getFirst().name(), people.getFirst().phone(), people.getFirst().note());
    assertNobodyIn(dump());
    LoggerFactory.getLogger(ErasureStoryTest.class).warn("what is logged is searched");

    atOnce(
        IntStream.range(0, PEOPLE)
            .<Callable<Answer>>mapToObj(
                n -> () -> n % 2 == 0 ? byOwner(shop, people.get(n)) : byCustomer(booked.get(n)))
            .toList());

    assertNobodyIn(dump());
    assertNobodyIn(RedisServer.ofTheTown().everything());
    assertThat(logs.getAll()).contains("what is logged is searched");
    assertNobodyIn(logs.getAll());
    var view = shop.ownerReads().get(first.path()).expect(200).body();
    assertThat(view.path("customer").toString())
        .isEqualTo("{\"name\":\"erased\",\"phone\":\"erased\"}");
    assertThat(view.path("note").asString()).isEqualTo("erased");
    var history = shop.ownerReads().get(first.path() + "/history").expect(200).body().toString();
    assertThat(history).contains("\"customerName\":\"erased\"");
    assertNobodyIn(history);
    for (var shown : List.of("/bookings?limit=200", "/notifications?limit=200")) {
      var page = shop.ownerReads().get(shop.path() + shown).expect(200).body().toString();
      assertThat(page).contains("erased");
      assertNobodyIn(page);
    }
    var past = view.path("requestedAt").asString();
    assertNobodyIn(
        shop.ownerReads().get(first.path() + "?asOf=" + past).expect(200).body().toString());
    var calendar = Town.queries().get(link).expect(200).body().asString();
    assertThat(calendar).contains("SUMMARY:erased");
    assertNobodyIn(calendar);

    for (var projection : List.of("bookings", "notifications")) {
      rebuild(projection);
    }
    assertThat(shop.ownerReads().get(first.path()).expect(200).body()).isEqualTo(view);
    assertNobodyIn(dump());
  }

  private static Answer byOwner(Shop shop, Person person) {
    return shop.owner()
        .post(shop.path() + "/customers/erase", Map.of("phone", person.phone()))
        .expect(200);
  }

  private static Answer byCustomer(Reservation booking) {
    return booking.customer().post(booking.path() + "/erase-customer").expect(200);
  }

  private static void rebuild(String projection) {
    var admin = Town.queries().as(Town.quickstart().adminToken());
    var path = "/api/admin/projections/" + projection;
    admin.post(path + "/rebuild").expect(202);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        admin.get(path).expect(200).body().path("rebuild").path("state").asString())
                    .isEqualTo("DONE"));
  }

  /** Not even the part that is the same in all names, notes and numbers, in letters or in hex. */
  private static void assertNobodyIn(String text) {
    for (var trace : List.of("Erasable Person", "Erasable note", "3469977")) {
      assertThat(text.contains(trace)).as(trace).isFalse();
      assertThat(text.contains(HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8))))
          .as("hex of %s", trace)
          .isFalse();
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    }
  }

  /** Every row of every table as text; what is bytes also as the text that they may be. */
  private static String dump() throws SQLException, IOException {
    var all = new StringBuilder();
    try (var database = connect()) {
      for (var table :
          column(
              database,
              """
              SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
               WHERE table_type = 'BASE TABLE'
                 AND table_schema NOT IN ('pg_catalog', 'information_schema')
              """)) {
        column(database, "SELECT t::text FROM %s AS t".formatted(table))
            .forEach(row -> all.append(row).append('\n'));
      }
      for (var bytes :
          column(
              database,
              """
              SELECT format('SELECT encode(%I, ''escape'') FROM %I.%I WHERE %I IS NOT NULL',
                            column_name, table_schema, table_name, column_name)
                FROM information_schema.columns
               WHERE data_type = 'bytea' AND table_schema NOT IN ('pg_catalog', 'information_schema')
              """)) {
        column(database, bytes).forEach(row -> all.append(row).append('\n'));
      }
    }
    assertThat(all.toString()).contains("customerName");
    return all.toString();
  }

  private static List<String> column(Connection database, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static Connection connect() throws SQLException, IOException {
    Path data = Town.quickstart().dataDirectory();
    var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%s/slotkeeper".formatted(port),
        "slotkeeper",
        Files.readString(data.resolve("postgres-password"), StandardCharsets.UTF_8).strip());
  }

  private record Person(int number, String slotId) {
    String name() {
      return "Erasable Person %04d".formatted(number);
    }

    String phone() {
      return "+3469977%04d".formatted(number);
    }

    String note() {
      return "Erasable note %04d".formatted(number);
    }

    Reservation book(Shop shop) {
      var customer = Map.of("name", name(), "phone", phone());
      Map<String, Object> request =
          Map.of("slotId", slotId, "customer", customer, "note", note(), "consent", true);
      return shop.reservation(slotId, Town.commands().post("/api/bookings", request).expect(201));
    }
  }
}
