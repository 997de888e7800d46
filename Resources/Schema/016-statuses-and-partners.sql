-- Every status, stage or result that a record reached: a row for each entry of the journal that set
-- one, kept by the program as derived data. No trigger looks for it in the text of the journal any
-- more. Frozen once released, like every numbered file here.
DROP TRIGGER stageKept;
DROP TRIGGER referralStageKept;

CREATE TABLE statusMove (
  -- The entry of the journal.
  sequence INTEGER PRIMARY KEY,
  recordKind TEXT NOT NULL,
  record INTEGER NOT NULL,
  status TEXT NOT NULL,
  -- The day of the entry in Japan.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  -- The step that the entry takes back.
  undoes INTEGER
) STRICT;
CREATE INDEX statusMoveByRecord ON statusMove (recordKind, record, sequence);

-- Organisations that this one works with.
CREATE TABLE partner (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  nameEnglish TEXT,
  type TEXT CHECK (type IN (
    'government', 'municipality', 'international', 'ngo', 'network', 'refugee_led', 'religious',
    'company', 'academic', 'professional', 'other')),
  networkSize INTEGER CHECK (networkSize BETWEEN 0 AND 1000000),
  contactPerson TEXT,
  phone TEXT,
  email TEXT,
  notes TEXT,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16)
) STRICT;
CREATE INDEX partnerByName ON partner (name);
CREATE INDEX partnerByTypeAndName ON partner (type, name);
CREATE UNIQUE INDEX partnerByUid ON partner (uid);
CREATE TRIGGER partnerIdentified AFTER INSERT ON partner
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE partner SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'partner' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER partnerStaysItself BEFORE UPDATE OF uid ON partner
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
