package io.slotkeeper.query;

import io.slotkeeper.testing.TestDatabase;

/** Makes PostgreSQL refuse one row of a read model. */
public final class Trouble {
  /** What it says then. */
  public static final String SAID = "trouble with a row";

  private Trouble() {}

  /** Every write of the row with this key fails with an SQL state. */
  public static void with(
      TestDatabase database, String table, String column, String key, String sqlState) {
    database.execute(
        """
        CREATE FUNCTION query.refuse_%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.%2$s = '%3$s' THEN
            RAISE EXCEPTION '%4$s' USING ERRCODE = '%5$s';
          END IF;
          RETURN NEW;
        END $$
        """
            .formatted(table, column, key, SAID, sqlState));
    database.execute(
        "CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON query.%1$s FOR EACH ROW EXECUTE FUNCTION query.refuse_%1$s()"
            .formatted(table));
  }

  /** It does so no longer. */
  public static void over(TestDatabase database, String table) {
    database.execute("DROP TRIGGER refuse ON query." + table);
    database.execute("DROP FUNCTION query.refuse_%s()".formatted(table));
  }
}
