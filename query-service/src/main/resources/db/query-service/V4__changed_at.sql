-- When the last event of a booking happened: calendars tell it.
ALTER TABLE query.booking ADD COLUMN changed_at timestamptz;
UPDATE query.booking SET changed_at = requested_at;
ALTER TABLE query.booking ALTER COLUMN changed_at SET NOT NULL;
