-- The keys of customers, each sealed by the master key: to delete one is to erase the customer. Every
-- booking has one of its own, since its number proves nothing. The number is not here: a keyed hash of
-- it and the business stands for it.
CREATE TABLE command.customer_key (
  customer_id text        COLLATE "C" NOT NULL PRIMARY KEY,
  business_id text        NOT NULL,
  phone_hash  bytea       NOT NULL,
  sealed_key  bytea       NOT NULL,
  created_at  timestamptz NOT NULL
);

CREATE INDEX customer_key_of_number ON command.customer_key (business_id, phone_hash);

-- Which customer was told; null where it was the owner.
ALTER TABLE command.told_booking ADD COLUMN customer_id text;

CREATE INDEX told_booking_of_customer ON command.told_booking (customer_id);
