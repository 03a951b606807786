-- The answers that were given to requests with an Idempotency-Key, written with what the requests did.
-- Hashes stand for the key and for what was asked; the answer is sealed.
CREATE TABLE query.idempotency_key (
  key_hash    bytea       NOT NULL PRIMARY KEY,
  fingerprint bytea       NOT NULL,
  answer      bytea       NOT NULL,
  created_at  timestamptz NOT NULL
);

CREATE INDEX idempotency_key_by_time ON query.idempotency_key (created_at);
