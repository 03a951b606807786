-- Until when a letter is worth sending, so that expired ones are found without reading all the
-- others, of which a business without WhatsApp has ever more. A trigger notes it, since Axon writes
-- the letters and knows nothing of it. One that does not say when is looked at at once.
ALTER TABLE command.DeadLetterEntry ADD COLUMN expiresAt timestamptz NOT NULL DEFAULT '-infinity';

CREATE FUNCTION command.expiry_of_letter(payload bytea) RETURNS timestamptz LANGUAGE sql AS $$
  SELECT coalesce((convert_from(payload, 'UTF8')::jsonb ->> 'expiresAt')::timestamptz, '-infinity')
$$;

CREATE FUNCTION command.note_expiry_of_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.expiresAt := command.expiry_of_letter(NEW.payload);
  RETURN NEW;
END
$$;

UPDATE command.DeadLetterEntry SET expiresAt = command.expiry_of_letter(payload);

CREATE TRIGGER note_expiry_of_letter BEFORE INSERT ON command.DeadLetterEntry
   FOR EACH ROW EXECUTE FUNCTION command.note_expiry_of_letter();

CREATE INDEX dead_letter_by_expiry ON command.DeadLetterEntry (processingGroup, expiresAt);
