-- The rules of V2 hold here too: the last event's sequence number in each row, text by code point.

CREATE TABLE query.notification (
  notification_id text        COLLATE "C" NOT NULL PRIMARY KEY,
  business_id     text        COLLATE "C" NOT NULL,
  booking_id      text        COLLATE "C" NOT NULL,
  kind            text        NOT NULL,
  recipient       text        NOT NULL,
  phone           text        NOT NULL,
  status          text        NOT NULL,
  failure_code    text,
  failure_reason  text,
  start_at        timestamptz NOT NULL,
  queued_at       timestamptz NOT NULL,
  attempted_at    timestamptz,
  accepted_at     timestamptz,
  delivered_at    timestamptz,
  read_at         timestamptz,
  failed_at       timestamptz,
  attempts        integer     NOT NULL,
  version         bigint      NOT NULL
);

CREATE INDEX notification_of_business
    ON query.notification (business_id, queued_at DESC, notification_id DESC);
