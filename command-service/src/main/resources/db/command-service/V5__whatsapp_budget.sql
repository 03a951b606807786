-- How much may still be sent, shared by all nodes. The columns are those of Bucket4j. An id is part
-- of a hash, so that no telephone number is kept here.
CREATE TABLE command.whatsapp_budget (
  id         bigint NOT NULL PRIMARY KEY,
  state      bytea,
  expires_at bigint
);

CREATE INDEX whatsapp_budget_expiry ON command.whatsapp_budget (expires_at);
