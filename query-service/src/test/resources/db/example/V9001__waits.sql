CREATE TABLE query.wait (
  booking_id  text        COLLATE "C" NOT NULL PRIMARY KEY,
  business_id text        COLLATE "C" NOT NULL,
  since_at    timestamptz NOT NULL,
  until_at    timestamptz,
  version     bigint      NOT NULL
);

CREATE INDEX wait_of_business ON query.wait (business_id, since_at) WHERE until_at IS NULL;
