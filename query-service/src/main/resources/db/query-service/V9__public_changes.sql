-- Whether others than the owner are told: to them a slot looks the same before and after a
-- confirmation. What is there from before was told to everybody.
ALTER TABLE query.slot_change ADD COLUMN for_everybody boolean NOT NULL DEFAULT true;
