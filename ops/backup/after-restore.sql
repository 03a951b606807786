-- What a restored database needs before the services start on it. Run by rehearse.sh, and by hand
-- after a restore in earnest.
BEGIN;
-- Redis may hold answers from after the backup: with another epoch they count no more.
UPDATE query.cache_epoch SET epoch = epoch + 1000000, server = NULL;
-- The nodes that held the segments are not these.
UPDATE command.TokenEntry SET owner = NULL;
UPDATE query.TokenEntry SET owner = NULL;
COMMIT;
