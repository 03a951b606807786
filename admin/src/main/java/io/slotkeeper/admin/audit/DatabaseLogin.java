package io.slotkeeper.admin.audit;

import io.slotkeeper.admin.terminal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Where a database is, and as whom it is read. A password is never on the command line. */
record DatabaseLogin(String url, String user, Optional<Path> passwordFile) {
  private static final String VARIABLE = "SPRING_DATASOURCE_PASSWORD";

  Connection connect(Map<String, String> environment) throws SQLException {
    if (!url.startsWith("jdbc:postgresql:") || shown().contains("@")) {
      throw new Unusable(
          "--database must look like jdbc:postgresql://localhost:5432/slotkeeper, without a user");
    }
    var login = new Properties();
    login.setProperty("user", user);
    // Without one the driver looks into ~/.pgpass, as psql does.
    password(environment).ifPresent(password -> login.setProperty("password", password));
    login.setProperty("connectTimeout", "10");
    login.setProperty("readOnly", "true");
    login.setProperty("ApplicationName", "slotkeeper-admin");
    return DriverManager.getConnection(url, login);
  }

  /** Without what may be a password. */
  String shown() {
    return url.replaceFirst("\\?.*", "");
  }

  private Optional<String> password(Map<String, String> environment) {
    return passwordFile
        .map(DatabaseLogin::firstLine)
        .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
        .filter(password -> !password.isBlank());
  }

  private static String firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("").strip();
    } catch (IOException e) {
      throw new Unusable("%s cannot be read".formatted(file));
    }
  }
}
