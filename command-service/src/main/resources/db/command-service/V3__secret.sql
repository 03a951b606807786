-- Secrets that all nodes of both services share where no setting gives them.
CREATE TABLE command.secret (
  name  text  NOT NULL PRIMARY KEY,
  value bytea NOT NULL CHECK (octet_length(value) >= 32)
);
