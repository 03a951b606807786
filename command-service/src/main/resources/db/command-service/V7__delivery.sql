-- When a letter is tried again; null: at once. The order of the letters of a sequence stays.
ALTER TABLE command.DeadLetterEntry ADD COLUMN dueAt timestamptz;

-- Meta's names for messages, by which it reports on them.
CREATE TABLE command.whatsapp_message (
  message_id      text        NOT NULL PRIMARY KEY,
  notification_id text        NOT NULL,
  accepted_at     timestamptz NOT NULL
);

CREATE INDEX whatsapp_message_by_time ON command.whatsapp_message (accepted_at);

-- Who was told of which booking, so that somebody who writes can be answered. A keyed hash stands for
-- the number. It follows from the events.
CREATE TABLE command.told_booking (
  contact    text        NOT NULL,
  booking_id text        NOT NULL,
  recipient  text        NOT NULL,
  locale     text        NOT NULL,
  start_at   timestamptz NOT NULL,
  told_at    timestamptz NOT NULL,
  PRIMARY KEY (contact, booking_id, recipient)
);

CREATE INDEX told_booking_by_start ON command.told_booking (start_at);
