-- Which edition of a projection's rules has filled the tables that serve.
CREATE TABLE query.projection (
  name      text    COLLATE "C" NOT NULL PRIMARY KEY,
  version   integer NOT NULL
);

-- What is there already was filled by the first edition, but bookings did not keep changed_at then.
INSERT INTO query.projection (name, version)
SELECT DISTINCT processorName, CASE processorName WHEN 'bookings' THEN 0 ELSE 1 END
  FROM query.TokenEntry
 WHERE processorName IN ('businesses', 'slots', 'bookings', 'notifications');

-- Events that a projection could not take, in Axon's form: each holds back its own aggregate only.
CREATE TABLE query.DeadLetterEntry (
  deadLetterIdentifier varchar(255) NOT NULL PRIMARY KEY,
  processingGroup      varchar(255) NOT NULL,
  sequenceIdentifier   varchar(255) NOT NULL,
  sequenceIndex        bigint       NOT NULL,
  messageType          varchar(255) NOT NULL,
  eventIdentifier      varchar(255) NOT NULL,
  timestamp            varchar(255) NOT NULL,
  payloadType          varchar(255) NOT NULL,
  payloadRevision      varchar(255),
  payload              bytea        NOT NULL,
  metaData             bytea,
  type                 varchar(255),
  aggregateIdentifier  varchar(255),
  sequenceNumber       bigint,
  tokenType            varchar(255),
  token                bytea,
  enqueuedAt           varchar(255) NOT NULL,
  lastTouched          varchar(255),
  processingStarted    varchar(255),
  causeType            varchar(255),
  causeMessage         varchar(1023),
  diagnostics          bytea,
  CONSTRAINT dead_letter_in_sequence UNIQUE (processingGroup, sequenceIdentifier, sequenceIndex)
);

CREATE INDEX dead_letter_by_age ON query.DeadLetterEntry (processingGroup, lastTouched);
