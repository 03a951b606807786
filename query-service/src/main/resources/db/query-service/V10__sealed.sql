-- Names, numbers of customers, notes and reasons are sealed, here as in the events.
ALTER TABLE query.notification RENAME COLUMN phone TO owner_phone;
ALTER TABLE query.notification ALTER COLUMN owner_phone DROP NOT NULL;
ALTER TABLE query.notification ADD COLUMN customer_phone text;
