ALTER TABLE query.wait ADD COLUMN seconds bigint;
