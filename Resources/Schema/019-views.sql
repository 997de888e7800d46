-- The lists that people keep under a name. Frozen once released, like every numbered file here.
CREATE TABLE savedview (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  listed TEXT NOT NULL,
  words TEXT,
  sort TEXT,
  isShared INTEGER NOT NULL DEFAULT 0 CHECK (isShared IN (0, 1)),
  isRemoved INTEGER NOT NULL DEFAULT 0 CHECK (isRemoved IN (0, 1)),
  owner INTEGER NOT NULL REFERENCES staff (id),
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16)
) STRICT;
CREATE INDEX savedviewByName ON savedview (name);
CREATE INDEX savedviewByListedAndName ON savedview (listed, name);
CREATE INDEX savedviewByOwnerAndName ON savedview (owner, name);
CREATE UNIQUE INDEX savedviewByUid ON savedview (uid);
CREATE TRIGGER savedviewIdentified AFTER INSERT ON savedview
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE savedview SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'savedview' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER savedviewStaysItself BEFORE UPDATE OF uid ON savedview
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
