-- Rebuilds: one that has not ended is worked on by whichever node leads it.
CREATE TABLE query.rebuild (
  rebuild_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  projection    text        COLLATE "C" NOT NULL,
  version       integer     NOT NULL,
  state         text        NOT NULL,
  cause         text        NOT NULL,
  on_difference text        NOT NULL,
  requested_at  timestamptz NOT NULL,
  started_at    timestamptz,
  ended_at      timestamptz,
  done          bigint      NOT NULL DEFAULT 0,
  total         bigint      NOT NULL DEFAULT 0,
  per_second    double precision NOT NULL DEFAULT 0,
  reason        text
);

CREATE UNIQUE INDEX rebuild_one_at_a_time ON query.rebuild (projection) WHERE ended_at IS NULL;
-- Aggregates of which an administrator has given up events: a rebuild passes over what it cannot take.
CREATE TABLE query.given_up (
  projection   text COLLATE "C" NOT NULL,
  aggregate_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (projection, aggregate_id)
);

CREATE INDEX rebuild_latest ON query.rebuild (projection, rebuild_id DESC);
