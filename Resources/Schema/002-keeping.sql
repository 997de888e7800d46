-- What keeps the records: search, names, keys, the journal and the derived fields. Frozen once
-- released, like every file here.

-- The last serial given to a case of a year; it is never given again.
CREATE TABLE caseSerial (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

-- What the search box looks into: the searchable fields of a record, folded, one on a line.
CREATE TABLE searchText (
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (kind, record)
) STRICT, WITHOUT ROWID;

-- The names of records that others refer to, folded for identity: how an import finds them.
CREATE TABLE nameKey (
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (kind, folded, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX nameKeyByRecord ON nameKey (kind, record);

-- The keys with which volunteers open sessions.
CREATE TABLE sshKey (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  type TEXT NOT NULL CHECK (type IN ('ssh-ed25519', 'sk-ssh-ed25519@openssh.com')),
  blob TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  addedAt INTEGER NOT NULL,
  revokedAt INTEGER
) STRICT;
CREATE UNIQUE INDEX sshKeyActive ON sshKey (blob) WHERE revokedAt IS NULL;
CREATE INDEX sshKeyByVolunteer ON sshKey (volunteer);

-- Who did what to which record, chained: mac is over the mac before and this row, hash over the
-- content. version is the record's after the change, null where nothing changed (a view, a login).
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  who TEXT,
  command TEXT NOT NULL,
  recordKind TEXT,
  record INTEGER,
  version INTEGER,
  undoes INTEGER,
  hash BLOB NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX journalByRecord ON journal (recordKind, record);
CREATE INDEX journalByWho ON journal (who);
CREATE INDEX journalUndone ON journal (undoes) WHERE undoes IS NOT NULL;

-- Apart from the chain, so that an erasure can empty it.
CREATE TABLE journalContent (
  sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
  before TEXT,
  after TEXT,
  reason TEXT,
  salt BLOB NOT NULL
) STRICT;

CREATE TRIGGER journalStays BEFORE UPDATE ON journal BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalIsKept BEFORE DELETE ON journal BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalContentStays BEFORE UPDATE ON journalContent
WHEN NEW.sequence IS NOT OLD.sequence OR NEW.salt IS NOT OLD.salt
  OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.reason IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalContentIsKept BEFORE DELETE ON journalContent BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;

-- Fields that the database keeps from other rows.

CREATE TRIGGER caseNamed AFTER INSERT ON "case" BEGIN
  UPDATE "case" SET sortName = (SELECT sortName FROM person WHERE id = NEW.person)
  WHERE id = NEW.id;
END;
CREATE TRIGGER caseOfOtherPerson AFTER UPDATE OF person ON "case" BEGIN
  UPDATE "case" SET sortName = (SELECT sortName FROM person WHERE id = NEW.person)
  WHERE id = NEW.id;
END;
CREATE TRIGGER personRenamed
AFTER UPDATE OF nameKana, nameRoman, nameNative, nameUsed ON person BEGIN
  UPDATE "case" SET sortName = NEW.sortName WHERE person = NEW.id;
END;

CREATE TRIGGER attendanceDated AFTER INSERT ON attendance BEGIN
  UPDATE attendance SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER attendanceMoved AFTER UPDATE OF salon ON attendance BEGIN
  UPDATE attendance SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER salonMoved AFTER UPDATE OF date ON salon BEGIN
  UPDATE attendance SET "on" = NEW.date WHERE salon = NEW.id;
END;

CREATE TRIGGER followupAdded AFTER INSERT ON followup BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = NEW."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = NEW."case";
END;
CREATE TRIGGER followupRemoved AFTER DELETE ON followup BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = OLD."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = OLD."case";
END;
CREATE TRIGGER followupChanged AFTER UPDATE OF action, due, done, "case" ON followup BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = NEW."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = NEW."case";
END;
CREATE TRIGGER followupOfOtherCase AFTER UPDATE OF "case" ON followup
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = OLD."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = OLD."case";
END;

CREATE TRIGGER contactAdded AFTER INSERT ON contact WHEN NEW.contactMade = 1 BEGIN
  UPDATE "case" SET lastContact = (
    SELECT max("on") FROM contact WHERE "case" = NEW."case" AND contactMade = 1)
  WHERE id = NEW."case";
END;
CREATE TRIGGER contactRemoved AFTER DELETE ON contact BEGIN
  UPDATE "case" SET lastContact = (
    SELECT max("on") FROM contact WHERE "case" = OLD."case" AND contactMade = 1)
  WHERE id = OLD."case";
END;
CREATE TRIGGER contactChanged AFTER UPDATE OF "on", contactMade, "case" ON contact BEGIN
  UPDATE "case" SET lastContact = (
    SELECT max("on") FROM contact WHERE "case" = NEW."case" AND contactMade = 1)
  WHERE id = NEW."case";
END;
CREATE TRIGGER contactOfOtherCase AFTER UPDATE OF "case" ON contact
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET lastContact = (
    SELECT max("on") FROM contact WHERE "case" = OLD."case" AND contactMade = 1)
  WHERE id = OLD."case";
END;
