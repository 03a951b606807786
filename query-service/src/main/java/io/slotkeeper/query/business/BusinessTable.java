package io.slotkeeper.query.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.query.projection.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code query.business}. */
@Component
public class BusinessTable {
  /** Not Boot's: what is stored must not change with the look of the answers. */
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final RowTable<BusinessRow> ROWS =
      RowTable.of("business", "business_id", BusinessTable::row)
          .text("name", business -> business.state().name())
          .text("name_sort", business -> NameSort.of(business.state().name()))
          .text("api_key_hash", business -> business.state().apiKeyHash())
          .json("state", business -> JSON.writeValueAsString(business.state()));

  private final JdbcClient jdbc;

  BusinessTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One business, closed ones too. */
  public Optional<BusinessRow> find(BusinessId id) {
    return jdbc.sql("SELECT state, version FROM query.business WHERE business_id = :id")
        .param("id", id.value())
        .query(BusinessTable::row)
        .optional();
  }

  /** The businesses after a position, by name. */
  List<BusinessRow> find(@Nullable String text, BusinessPosition after, int limit) {
    return jdbc.sql(
            """
            SELECT state, version FROM query.business
             WHERE (name_sort, business_id) > (:name, :id)
               AND strpos(name_sort, :text) > 0
             ORDER BY name_sort, business_id
             LIMIT :limit
            """)
        .param("name", after.nameSort())
        .param("id", after.businessId())
        .param("text", text == null ? "" : NameSort.of(text))
        .param("limit", limit)
        .query(BusinessTable::row)
        .list();
  }

  Optional<String> keyHash(BusinessId id) {
    return jdbc.sql("SELECT api_key_hash FROM query.business WHERE business_id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  private static BusinessRow row(ResultSet row, int number) throws SQLException {
    return new BusinessRow(
        JSON.readValue(row.getString("state"), BusinessState.class), row.getLong("version"));
  }
}
