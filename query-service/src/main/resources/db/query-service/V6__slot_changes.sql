-- What streams tell, in the order in which it became visible. A feed and no read model: no events say
-- in which order several projections committed, so a rebuild can neither make this anew nor needs to.
CREATE TABLE query.slot_change (
  seq         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  business_id text        COLLATE "C" NOT NULL,
  -- Absent where the business itself has changed.
  slot_id     text        COLLATE "C",
  version     bigint      NOT NULL,
  at          timestamptz NOT NULL
);

CREATE INDEX slot_change_of_business ON query.slot_change (business_id, seq);

-- Of nobody. Where the feed begins is always a row: what is older was deleted, or never was.
INSERT INTO query.slot_change (business_id, version, at) VALUES ('', 0, to_timestamp(0));
