-- What is in Redis counts only with the epoch of this row, so that raising it empties the cache even
-- where Redis cannot be reached.
CREATE TABLE query.cache_epoch (
  only_row boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch    bigint  NOT NULL,
  -- Which Redis it is true of; another one may hold older answers.
  server   text
);

INSERT INTO query.cache_epoch (epoch) VALUES (1);
