-- For the counts of a day. Events are appended in the order of their times, so a few bytes for each megabyte of the
-- table say where a day is, and an append pays nothing. In the order of bytes, which is that of ISO strings in UTC.
CREATE INDEX domain_event_by_time ON command.DomainEventEntry
  USING brin (timeStamp COLLATE "C") WITH (autosummarize = on);
