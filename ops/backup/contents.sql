-- What a database holds, one line each: the rows of every table, and a sum over all events. Two
-- databases with the same lines hold the same. Run by rehearse.sh.
SELECT format('%s.%s: %s rows', table_schema, table_name,
         (xpath('/row/c/text()', query_to_xml(
            format('SELECT count(*) AS c FROM %I.%I', table_schema, table_name),
            false, true, '')))[1])
  FROM information_schema.tables
 WHERE table_schema IN ('command', 'query') AND table_type = 'BASE TABLE'
 ORDER BY table_schema, table_name;

SELECT format('events: up to %s, sum %s', coalesce(max(globalIndex), 0),
         coalesce(sum(hashtextextended(
           concat_ws('|', globalIndex, aggregateIdentifier, sequenceNumber, payloadType,
             payloadRevision, timeStamp, encode(payload, 'hex'), encode(metaData, 'hex')), 0)), 0))
  FROM command.DomainEventEntry;

SELECT format('keys of customers: sum %s', coalesce(sum(hashtextextended(
         concat_ws('|', customer_id, encode(sealed_key, 'hex')), 0)), 0))
  FROM command.customer_key;
