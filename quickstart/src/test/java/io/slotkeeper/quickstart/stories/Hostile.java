package io.slotkeeper.quickstart.stories;

import java.util.List;
import java.util.Random;

/** Texts that somebody who means no good would send. */
final class Hostile {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "undefined",
          "0",
          "-1",
          "1e309",
          "NaN",
          "true",
          "[]",
          "{}",
          "'; DROP TABLE command.domainevententry; --",
          "1 OR 1=1",
          "%s%n%x",
          "${jndi:ldap://x/y}",
          "#{T(x).y()}",
          "<script>alert(1)</script>",
          "line\r\nSet-Cookie: a=b",
          "tab\there",
          "\u0000",
          "\u0007bell",
          "\u202Eabc",
          "\u200B",
          "\uFEFF",
          "\uD83D\uDE00".repeat(30),
          "\u0130\u0131\u00DF\uFB01",
          "\uFFFF",
          "e\u0301".repeat(50),
          "../../etc/passwd",
          "..",
          ".",
          "%2e%2e",
          "a/b",
          "a\\b",
          "2026-02-30",
          "9999-99-99",
          "-0001-01-01",
          "+999999999-12-31T23:59:59Z",
          "PT999999999999999H",
          "P-1D",
          "24:01",
          "99:99",
          "biz_00000000000000000000000000",
          "bkg_00000000000000000000000000",
          "slt_00000000000000000000000000_00000000000000000000000000_99999999T9999Z",
          "slt_00000000000000000000000000_00000000000000000000000000_99991231T2359Z",
          "slt_00000000000000000000000000_00000000000000000000000000_00000101T0000Z",
          "+34000000000",
          "+999999999999999",
          "Etc/GMT+99",
          "SystemV/PST8",
          "x-private",
          "zz-Zzzz-ZZ");

  private Hostile() {}

  static String text(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "x".repeat(1 + random.nextInt(3000));
      case 1 -> new String(random.ints(1 + random.nextInt(20), 1, 0xD800).toArray(), 0, 1);
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }
}
