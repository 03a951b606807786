-- What must hold in every database, restored or not: a line for each thing that does not, and none
-- where all is well. Run by rehearse.sh.

-- Each aggregate's events are numbered from 0 without a gap.
SELECT format('events of %s: %s of them, the last is number %s', aggregateIdentifier, count(*),
         max(sequenceNumber))
  FROM command.DomainEventEntry
 GROUP BY aggregateIdentifier
HAVING count(*) <> max(sequenceNumber) + 1 OR min(sequenceNumber) <> 0;

-- The next event gets a number that is higher than all.
SELECT format('the next event would be number %s, there is %s', s.last_value, e.newest)
  FROM (SELECT last_value FROM pg_sequences
         WHERE schemaname = 'command' AND sequencename = 'domainevententry_globalindex_seq') s,
       (SELECT max(globalIndex) AS newest FROM command.DomainEventEntry) e
 WHERE coalesce(s.last_value, 0) < e.newest;

-- No processor is ahead of the events: it would pass over what is appended next.
SELECT format('%s, segment %s, is at %s, the newest event is %s', t.name, t.segment, t.at, t.newest)
  FROM (SELECT processorName AS name, segment,
               (SELECT max(found[1]::bigint)
                  FROM regexp_matches(convert_from(token, 'UTF8'), '"index":([0-9]+)', 'g') found)
                 AS at,
               (SELECT coalesce(max(globalIndex), 0) FROM command.DomainEventEntry) AS newest
          FROM (SELECT processorName, segment, token FROM command.TokenEntry
                UNION ALL
                SELECT processorName, segment, token FROM query.TokenEntry) tokens
         WHERE token IS NOT NULL) t
 WHERE t.at > t.newest;

-- Whoever has booked has a key, or was erased: without it name and number cannot be read again.
SELECT format('the key of customer %s is missing', customer)
  FROM (SELECT DISTINCT convert_from(payload, 'UTF8')::json ->> 'customerId' AS customer
          FROM command.DomainEventEntry WHERE payloadType = 'booking.requested') booked
 WHERE NOT EXISTS (SELECT FROM command.customer_key WHERE customer_id = customer)
   AND NOT EXISTS (SELECT FROM command.DomainEventEntry
                    WHERE aggregateIdentifier = customer AND payloadType = 'customer.erased');

-- No slot is held for a booking that nobody made.
SELECT format('slot %s is held for %s, which was never requested', slot_id, booking_id)
  FROM command.slot_claim
 WHERE booking_id IS NOT NULL
   AND NOT EXISTS (SELECT FROM command.DomainEventEntry
                    WHERE aggregateIdentifier = booking_id AND sequenceNumber = 0);

-- No time of a resource is held twice.
SELECT format('slots %s and %s overlap', one.slot_id, other.slot_id)
  FROM command.slot_claim one
  JOIN command.slot_claim other
    ON one.resource_id = other.resource_id AND one.slot_id < other.slot_id
   AND one.during && other.during;

-- No row of a read model is newer than its aggregate.
SELECT format('booking %s is at version %s in the read model', booking_id, version)
  FROM query.booking b
 WHERE version > (SELECT coalesce(max(sequenceNumber), -1) FROM command.DomainEventEntry
                   WHERE aggregateIdentifier = b.booking_id);

-- Every migration has succeeded.
SELECT format('migration %s of %s has failed', version, service)
  FROM (SELECT 'command' AS service, version, success FROM command.flyway_schema_history
        UNION ALL
        SELECT 'query', version, success FROM query.flyway_schema_history) migrations
 WHERE NOT success;
