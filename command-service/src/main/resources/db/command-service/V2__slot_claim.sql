-- Who holds which time of which resource. After a change of hours or slot length, slots with
-- different ids may overlap in real time; the constraint keeps one resource from being held twice.
-- The events are the truth: this table can be rebuilt from them.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA command;

CREATE TABLE command.slot_claim (
  slot_id     text      NOT NULL PRIMARY KEY,
  resource_id text      NOT NULL,
  -- Null where the owner blocked the slot.
  booking_id  text,
  during      tstzrange NOT NULL,
  -- When the claim lapses; null where it does not.
  until       timestamptz,
  CONSTRAINT slot_claim_no_overlap EXCLUDE USING gist (resource_id WITH =, during WITH &&)
);
