-- Axon's tracking tokens of the projections, beside the tables that they describe.
CREATE SCHEMA IF NOT EXISTS query;

CREATE TABLE query.TokenEntry (
  processorName varchar(255) NOT NULL,
  segment       integer      NOT NULL,
  token         bytea,
  tokenType     varchar(255),
  timestamp     varchar(255),
  owner         varchar(255),
  PRIMARY KEY (processorName, segment)
);
