package io.slotkeeper.command.privacy;

import static io.slotkeeper.command.node.Samples.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.privacy.PrivacySettings;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

class MasterKeyRotationTest {
  private static final BusinessId BUSINESS = Samples.BUSINESS;
  private static final byte[] OLD = "o".repeat(32).getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEW = "n".repeat(32).getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEWER = "r".repeat(32).getBytes(StandardCharsets.UTF_8);
  private static final PrivacySettings SET = new PrivacySettings("n".repeat(42) + "w=", List.of());
  private static final PrivacySettings UNSET = new PrivacySettings(null, List.of());
  private static final PhoneNumber BEA = new PhoneNumber("+34600000077");

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final DataSource source = database.dataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(source);
  private final TransactionOperations transactions =
      new TransactionTemplate(new DataSourceTransactionManager(source));

  MasterKeyRotationTest() {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/command-service")
        .schemas("command")
        .load()
        .migrate();
  }

  @Test
  void opensEverythingWithTheNewKeyAloneAfterwards() {
    generate();
    var key = generatedNode().add(BUSINESS, CUSTOMER.phone());
    var name = key.seal("Ana");
    var rotation = rotation(NEW, OLD);

    rotation.run();

    assertThat(generatedKeys()).as("kept until a run finds nothing to do").isEqualTo(1);
    rotation.run();
    assertThat(generatedKeys()).isZero();
    assertOpens(name, "Ana", NEW);
    assertThat(setNode(NEW).erase(BUSINESS, CUSTOMER.phone())).containsExactly(key.customerId());
  }

  @Test
  void opensEverythingWithTheLastKeyAfterAllThatIsWrittenOfRotations() {
    generate();
    var ana = generatedNode().add(BUSINESS, CUSTOMER.phone()).seal("Ana");
    rotation(NEW, OLD).run();
    rotation(NEW, OLD).run();
    var bea = setNode(NEW).add(BUSINESS, BEA).seal("Bea");
    var added = new MasterKey(List.of(NEW, NEWER));
    assertThat(added.open(new MasterKey(List.of(NEWER)).seal(OLD, "any"), "any")).isEqualTo(OLD);

    rotation(NEWER, NEW).run();

    assertOpens(ana, "Ana", NEWER);
    assertOpens(bea, "Bea", NEWER);
    assertThat(setNode(NEWER).erase(BUSINESS, BEA)).containsExactly(bea.customerId());
    assertThat(generatedKeys()).isZero();
  }

  @Test
  void refusesToSealUnderAGeneratedKeyThatIsDeleted() {
    generate();
    var late = generatedNode();
    rotation(NEW, OLD).run();
    rotation(NEW, OLD).run();

    assertThatIllegalStateException()
        .isThrownBy(() -> late.add(BUSINESS, BEA))
        .withMessageContaining("slotkeeper.privacy.master-key");
    generateAnother();
    assertThatIllegalStateException().isThrownBy(() -> late.add(BUSINESS, BEA));
    assertThat(jdbc.queryForList("SELECT 1 FROM command.customer_key")).isEmpty();
  }

  @Test
  void keepsTheGeneratedKeyForWhatIsBeingSealedUnderIt() throws Exception {
    generate();
    var late = generatedNode();
    rotation(NEW, OLD).run();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var deletion = new AtomicReference<Future<?>>();
      var name =
          transactions.execute(
              transaction -> {
                var sealed = late.add(BUSINESS, BEA).seal("Bea");
                deletion.set(threads.submit(rotation(NEW, OLD)::run));
                awaitSomebodyWaiting();
                return sealed;
              });
      deletion.get().get();

      assertThat(generatedKeys()).isEqualTo(1);
      rotation(NEW, OLD).run();
      rotation(NEW, OLD).run();
      assertThat(generatedKeys()).isZero();
      assertOpens(name, "Bea", NEW);
    }
  }

  @Test
  void letsALateNodeFailThatWaitsForTheDeletion() throws Exception {
    generate();
    var late = generatedNode();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sealing = new AtomicReference<Future<?>>();
      transactions.executeWithoutResult(
          transaction -> {
            jdbc.update("DELETE FROM command.secret WHERE name = 'master-key'");
            sealing.set(threads.submit(() -> late.add(BUSINESS, BEA)));
            awaitSomebodyWaiting();
          });

      assertThatThrownBy(() -> sealing.get().get())
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("slotkeeper.privacy.master-key");
    }
  }

  @Test
  void sealsNothingAnewUnderTheGeneratedKey() {
    generate();
    var key = setNode(NEW, OLD).add(BUSINESS, BEA);

    new MasterKeyRotation(
            JdbcClient.create(jdbc),
            new MasterKey(List.of(OLD, NEW)),
            generatedKey(new MasterKey(List.of(OLD, NEW)), UNSET))
        .run();

    assertThat(new CustomerKeys(jdbc, new MasterKey(List.of(NEW))).hold(key.customerId()))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        INSERT INTO command.scheduled_tasks
               (task_name, task_instance, task_data, execution_time, picked, version)
        VALUES ('whatsapp-webhook', 'one', ?, now(), false, 1)
        """,
        """
        INSERT INTO command.scheduled_tasks
               (task_name, task_instance, task_data, execution_time, picked, version)
        VALUES ('any-other', 'one', ?, now(), false, 1)
        """,
        """
        INSERT INTO command.idempotency_key (key_hash, fingerprint, answer, created_at)
        VALUES ('one', 'two', ?, now())
        """
      })
  void keepsTheGeneratedKeyWhileSomethingWaitsUnderIt(String insertion) {
    generate();
    jdbc.update(insertion, new MasterKey(List.of(OLD)).seal(new byte[1], "any"));

    rotation(NEW, OLD).run();

    assertThat(generatedKeys()).isEqualTo(1);
  }

  private void generate() {
    jdbc.update("INSERT INTO command.secret (name, value) VALUES ('master-key', ?)", OLD);
  }

  private void generateAnother() {
    jdbc.update("INSERT INTO command.secret (name, value) VALUES ('master-key', ?)", NEWER);
  }

  private int generatedKeys() {
    return jdbc.queryForList("SELECT 1 FROM command.secret WHERE name = 'master-key'").size();
  }

  private void awaitSomebodyWaiting() {
    await()
        .until(
            () ->
                !jdbc.queryForList(
                        """
                        SELECT 1 FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """)
                    .isEmpty());
  }

  private void assertOpens(Sealed sealed, String text, byte[] alone) {
    var keys = new CustomerKeys(jdbc, new MasterKey(List.of(alone)));
    assertThat(keys.of(List.of(sealed)).open(sealed)).isEqualTo(text);
  }

  private MasterKeyRotation rotation(byte[]... keys) {
    var masterKey = new MasterKey(List.of(keys));
    return new MasterKeyRotation(JdbcClient.create(jdbc), masterKey, generatedKey(masterKey, SET));
  }

  private Customers generatedNode() {
    return customers(new MasterKey(List.of(OLD)), UNSET);
  }

  private Customers setNode(byte[]... keys) {
    return customers(new MasterKey(List.of(keys)), SET);
  }

  private GeneratedKey generatedKey(MasterKey masterKey, PrivacySettings settings) {
    return new GeneratedKey(JdbcClient.create(jdbc), transactions, masterKey, settings);
  }

  private Customers customers(MasterKey masterKey, PrivacySettings settings) {
    var secrets = Secrets.create();
    return new Customers(
        JdbcClient.create(jdbc),
        masterKey,
        generatedKey(masterKey, settings),
        new PhoneHashes(LookupKey.need(jdbc, masterKey, secrets)),
        new Ids(Clock.systemUTC(), new Random(1)),
        secrets,
        Clock.systemUTC());
  }
}
