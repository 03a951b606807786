package io.slotkeeper.command.privacy;

import static io.slotkeeper.command.node.Samples.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.Ids;
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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class MasterKeyRotationTest {
  private static final BusinessId BUSINESS = Samples.BUSINESS;
  private static final byte[] OLD = "o".repeat(32).getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEW = "n".repeat(32).getBytes(StandardCharsets.UTF_8);
  private static final PrivacySettings SET = new PrivacySettings("n".repeat(42) + "w=", List.of());

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

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
    var before = new MasterKey(List.of(OLD));
    jdbc.update("INSERT INTO command.secret (name, value) VALUES ('master-key', ?)", OLD);
    var key = customers(before).need(BUSINESS, CUSTOMER.phone());
    var name = key.seal("Ana");
    var rotation = rotation(new MasterKey(List.of(NEW, OLD)));

    rotation.run();

    assertThat(generatedKeys()).as("kept until a run finds nothing to do").isEqualTo(1);
    rotation.run();
    assertThat(generatedKeys()).isZero();
    var after = new MasterKey(List.of(NEW));
    assertThat(new CustomerKeys(jdbc, after).of(List.of(name)).open(name)).isEqualTo("Ana");
    assertThat(customers(after).need(BUSINESS, CUSTOMER.phone()).customerId())
        .isEqualTo(key.customerId());
  }

  @Test
  void keepsTheGeneratedKeyWhileAMessageWaitsUnderIt() {
    jdbc.update("INSERT INTO command.secret (name, value) VALUES ('master-key', ?)", OLD);
    jdbc.update(
        """
        INSERT INTO command.scheduled_tasks
               (task_name, task_instance, task_data, execution_time, picked, version)
        VALUES ('whatsapp-webhook', 'one', ?, now(), false, 1)
        """,
        new MasterKey(List.of(OLD)).seal(new byte[1], "task-payload/1"));

    rotation(new MasterKey(List.of(NEW, OLD))).run();

    assertThat(generatedKeys()).isEqualTo(1);
  }

  private int generatedKeys() {
    return jdbc.queryForList("SELECT 1 FROM command.secret WHERE name = 'master-key'").size();
  }

  private MasterKeyRotation rotation(MasterKey masterKey) {
    return new MasterKeyRotation(JdbcClient.create(jdbc), masterKey, SET);
  }

  private Customers customers(MasterKey masterKey) {
    var secrets = Secrets.create();
    return new Customers(
        JdbcClient.create(jdbc),
        masterKey,
        new PhoneHashes(LookupKey.need(jdbc, masterKey, secrets)),
        new Ids(Clock.systemUTC(), new Random(1)),
        secrets,
        Clock.systemUTC());
  }
}
