package io.slotkeeper.platform.eventstore;

/** The schemas of PostgreSQL that hold tracking tokens, one for each service. */
public enum TokenSchemaName {
  COMMAND("command.TokenEntry"),
  QUERY("query.TokenEntry");

  private final String table;

  TokenSchemaName(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
