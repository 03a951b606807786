-- What the projections know. Each row keeps the sequence number of the last event that it has seen,
-- so that an event that comes again changes nothing. Everything here can be rebuilt from the events.
-- Text sorts by code point: a cursor must mean the same on every server.

CREATE TABLE query.business (
  business_id  text   COLLATE "C" NOT NULL PRIMARY KEY,
  name         text   NOT NULL,
  name_sort    text   COLLATE "C" NOT NULL,
  api_key_hash text   NOT NULL,
  -- Not jsonb: that would lose the order of resources and closures.
  state        json   NOT NULL,
  version      bigint NOT NULL
);

CREATE INDEX business_by_name ON query.business (name_sort, business_id);

-- Only slots that something has happened to; all others follow from the business.
CREATE TABLE query.slot (
  slot_id     text        COLLATE "C" NOT NULL PRIMARY KEY,
  business_id text        COLLATE "C" NOT NULL,
  resource_id text        COLLATE "C" NOT NULL,
  start_at    timestamptz NOT NULL,
  end_at      timestamptz NOT NULL,
  status      text        NOT NULL,
  booking_id  text        COLLATE "C",
  until_at    timestamptz,
  version     bigint      NOT NULL
);

CREATE INDEX slot_of_business ON query.slot (business_id, start_at);

CREATE TABLE query.booking (
  booking_id     text        COLLATE "C" NOT NULL PRIMARY KEY,
  business_id    text        COLLATE "C" NOT NULL,
  resource_id    text        COLLATE "C" NOT NULL,
  slot_id        text        COLLATE "C" NOT NULL,
  status         text        NOT NULL,
  start_at       timestamptz NOT NULL,
  end_at         timestamptz NOT NULL,
  until_at       timestamptz,
  customer_name  text        NOT NULL,
  customer_phone text        NOT NULL,
  note           text,
  cancelled_by   text,
  reason         text,
  requested_at   timestamptz NOT NULL,
  version        bigint      NOT NULL
);

CREATE INDEX booking_of_business ON query.booking (business_id, start_at, booking_id);
