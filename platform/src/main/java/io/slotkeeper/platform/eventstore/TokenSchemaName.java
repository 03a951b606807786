package io.slotkeeper.platform.eventstore;

/** The schemas of PostgreSQL that hold tracking tokens, one for each service. */
public enum TokenSchemaName {
  COMMAND("command"),
  QUERY("query");

  private final String schema;

  TokenSchemaName(String schema) {
    this.schema = schema;
  }

  /** The schema as SQL names it. */
  public String schema() {
    return schema;
  }

  /** The table of tokens with its schema. */
  public String table() {
    return schema + ".TokenEntry";
  }
}
