-- What is known of people by their messages. Their numbers are not here: a keyed hash stands for each.
CREATE TABLE command.whatsapp_contact (
  contact_hash    bytea       NOT NULL PRIMARY KEY,
  last_inbound_at timestamptz NOT NULL,
  stopped_since   timestamptz,
  -- When they last said STOP or START: an older message, delivered late, changes nothing.
  preference_at   timestamptz,
  helped_on       date
);

-- Messages that were answered. Meta delivers some twice, and for up to seven days.
CREATE TABLE command.whatsapp_seen (
  key text        NOT NULL PRIMARY KEY,
  at  timestamptz NOT NULL
);

CREATE INDEX whatsapp_seen_by_time ON command.whatsapp_seen (at);
