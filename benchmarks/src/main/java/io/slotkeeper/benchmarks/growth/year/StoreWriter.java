package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.command.privacy.PhoneHashes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an empty database: the tables of both services, all events, the keys of customers, the
 * claims on slots, and the places of the command service's processors, which are past all of it.
 * There are no sagas: whatever becomes of bookings of the past, nobody is told of it.
 */
public final class StoreWriter {
  private static final List<String> TABLES =
      List.of("domainevententry", "customer_key", "slot_claim");

  /** How far the largest businesses are from being all there is. */
  private static final double FLATNESS = 10;

  private final DataSource database;
  private final Year year;
  private final World world;
  private final List<GeneratedBusiness> businesses = new ArrayList<>();
  private long bookings;

  private StoreWriter(DataSource database, Year year) {
    this.database = database;
    this.year = year;
    this.world = new World(year);
  }

  /** Writes it; the database is empty before. */
  public static GeneratedStore write(DataSource database, Year year) {
    migrate(database, "command", "classpath:db/command-service");
    migrate(database, "query", "classpath:db/query-service");
    return new StoreWriter(database, year).write();
  }

  /** The services' own, of events and of what belongs to Axon. */
  public static Serializer serializer() {
    return Journal.serializer();
  }

  private static void migrate(DataSource database, String schema, String location) {
    Flyway.configure()
        .dataSource(database)
        .schemas(schema)
        .defaultSchema(schema)
        .locations(location)
        .load()
        .migrate();
  }

  private GeneratedStore write() {
    var sql = JdbcClient.create(database);
    var aside = IndexesAside.of(sql, "command", TABLES);
    long events = fill();
    aside.putBack();
    sql.sql("SELECT setval(pg_get_serial_sequence('command.domainevententry', 'globalindex'), ?)")
        .param(events)
        .query(Long.class)
        .single();
    sql.sql("INSERT INTO command.secret (name, value) VALUES ('lookup-key', ?)")
        .param(
            GeneratedStore.masterKeyOf(year).seal(GeneratedStore.lookupKey(year), "lookup-key/1"))
        .update();
    placeProcessors(events);
    TABLES.forEach(table -> sql.sql("VACUUM (ANALYZE) command." + table).update());
    return new GeneratedStore(
        year, events, bookings, businesses.stream().map(GeneratedBusiness::id).toList());
  }

  private long fill() {
    try (var forEvents = database.getConnection();
        var forKeys = database.getConnection();
        var forClaims = database.getConnection();
        var events = new RowCopy(forEvents, "command.DomainEventEntry", Journal.columns());
        var keys = new RowCopy(forKeys, "command.customer_key", Registry.columnsOfKeys());
        var claims = new RowCopy(forClaims, "command.slot_claim", Registry.columnsOfClaims())) {
      var journal = new Journal(world, events);
      var hashes = new PhoneHashes(GeneratedStore.lookupKey(year));
      var registry = new Registry(world, GeneratedStore.masterKeyOf(year), hashes, keys, claims);
      open(journal);
      world.at(nextBooking(), () -> book(journal, registry));
      world.run();
      businesses.forEach(business -> business.held().forEach(registry::claim));
      return journal.written();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void open(Journal journal) {
    for (int i = 0; i < year.businesses(); i++) {
      int number = i;
      world.surely(
          year.begin().plusSeconds(i),
          () -> {
            var id = world.ids().newBusinessId();
            var hash = GeneratedStore.hash(GeneratedStore.ownerKey(year, id));
            businesses.add(new GeneratedBusiness(world, journal, id, number, hash));
          });
    }
  }

  private Instant nextBooking() {
    return world.now().plus(world.chance().waiting(year.betweenBookings()));
  }

  private void book(Journal journal, Registry registry) {
    world.at(nextBooking(), () -> book(journal, registry));
    if (businesses.isEmpty()) {
      return;
    }
    var business = popular();
    business
        .findFree()
        .ifPresent(
            slot -> {
              bookings++;
              new BookingStory(world, journal, registry, business, slot, Guest.any(world.chance()));
            });
  }

  /** The largest gets some hundredths of all bookings, those at the end a few thousandths. */
  private GeneratedBusiness popular() {
    double share = world.chance().below(1 << 20) / (double) (1 << 20);
    double scale = (businesses.size() + FLATNESS) / FLATNESS;
    int index = (int) (FLATNESS * Math.pow(scale, share) - FLATNESS);
    return businesses.get(Math.min(index, businesses.size() - 1));
  }

  private void placeProcessors(long events) {
    var tokens =
        JdbcTokenStore.builder()
            .connectionProvider(new DataSourceConnectionProvider(database))
            .serializer(Journal.serializer())
            .contentType(byte[].class)
            .schema(TokenSchema.builder().setTokenTable("command.TokenEntry").build())
            .build();
    for (var processor : List.of("whatsapp-delivery", "booking-saga")) {
      tokens.initializeTokenSegments(
          processor, 1, GapAwareTrackingToken.newInstance(events, Set.of()));
    }
  }
}
