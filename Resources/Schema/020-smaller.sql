-- Less on the disk: words of the journal once, what follows from an assessment without what nobody
-- reads it along, the moves of statuses in the order in which they are read.

-- Nobody looks for a record by its identity, and chance makes none twice.
DROP INDEX IF EXISTS personByUid;
DROP INDEX IF EXISTS caseByUid;
DROP INDEX IF EXISTS hostByUid;
DROP INDEX IF EXISTS homestayByUid;
DROP INDEX IF EXISTS salonByUid;
DROP INDEX IF EXISTS attendanceByUid;
DROP INDEX IF EXISTS companyByUid;
DROP INDEX IF EXISTS jobByUid;
DROP INDEX IF EXISTS placementByUid;
DROP INDEX IF EXISTS contactByUid;
DROP INDEX IF EXISTS noteByUid;
DROP INDEX IF EXISTS followupByUid;
DROP INDEX IF EXISTS staffByUid;
DROP INDEX IF EXISTS volunteerByUid;
DROP INDEX IF EXISTS assignmentByUid;
DROP INDEX IF EXISTS documentByUid;
DROP INDEX IF EXISTS supportcategoryByUid;
DROP INDEX IF EXISTS procedureByUid;
DROP INDEX IF EXISTS residenceByUid;
DROP INDEX IF EXISTS workpermissionByUid;
DROP INDEX IF EXISTS owndeadlineByUid;
DROP INDEX IF EXISTS consentByUid;
DROP INDEX IF EXISTS needByUid;
DROP INDEX IF EXISTS goalByUid;
DROP INDEX IF EXISTS serviceByUid;
DROP INDEX IF EXISTS referralByUid;
DROP INDEX IF EXISTS householdByUid;
DROP INDEX IF EXISTS coverByUid;
DROP INDEX IF EXISTS encounterByUid;
DROP INDEX IF EXISTS lodgingByUid;
DROP INDEX IF EXISTS hostadultByUid;
DROP INDEX IF EXISTS blockedpairByUid;
DROP INDEX IF EXISTS checkinByUid;
DROP INDEX IF EXISTS candidateByUid;
DROP INDEX IF EXISTS companycontactByUid;
DROP INDEX IF EXISTS partnerByUid;
DROP INDEX IF EXISTS savedviewByUid;
DROP INDEX IF EXISTS municipalityByUid;
DROP INDEX IF EXISTS supporterByUid;
DROP INDEX IF EXISTS donationByUid;
DROP INDEX IF EXISTS campaignByUid;
DROP INDEX IF EXISTS pledgeByUid;
DROP INDEX IF EXISTS pledgeupdateByUid;
DROP INDEX IF EXISTS fundedprogrammeByUid;
DROP INDEX IF EXISTS activityByUid;
DROP INDEX IF EXISTS grantByUid;
DROP INDEX IF EXISTS grantreportByUid;
DROP INDEX IF EXISTS surveyByUid;
DROP INDEX IF EXISTS missionByUid;
DROP INDEX IF EXISTS workinggroupByUid;
DROP INDEX IF EXISTS eventsessionByUid;
DROP INDEX IF EXISTS voiceByUid;
DROP INDEX IF EXISTS storyByUid;
DROP INDEX IF EXISTS exchangeByUid;
DROP INDEX IF EXISTS outreachByUid;
DROP INDEX IF EXISTS volunteerworkByUid;
DROP INDEX IF EXISTS baselineByUid;

-- What is due and still open, by its rule: less than half of all.
DROP INDEX IF EXISTS deadlineByIsOpenAndRuleAndDate;

CREATE TABLE statusMoveKept (
  recordKind TEXT NOT NULL,
  record INTEGER NOT NULL,
  -- The entry of the journal.
  sequence INTEGER NOT NULL,
  status TEXT NOT NULL,
  -- The day of the entry in Japan.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  -- The step that the entry takes back.
  undoes INTEGER,
  PRIMARY KEY (recordKind, record, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO statusMoveKept (recordKind, record, sequence, status, day, undoes)
SELECT recordKind, record, sequence, status, day, undoes FROM statusMove
ORDER BY recordKind, record, sequence;
DROP TABLE statusMove;
-- Nothing but the table itself takes another name.
PRAGMA legacy_alter_table = ON;
ALTER TABLE statusMoveKept RENAME TO statusMove;

-- The scores of the assessments, one below the other. Kept by the database: of each assessment the
-- sixteen ids from sixteen times its own, by which they are found.
CREATE TABLE needscoreKept (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  "case" INTEGER NOT NULL,
  need INTEGER NOT NULL,
  domain TEXT NOT NULL CHECK (domain IN (
    'housing', 'income', 'food', 'health', 'mental_health', 'japanese', 'legal', 'employment',
    'education', 'family', 'safety', 'social_connection', 'paperwork', 'transport')),
  score TEXT NOT NULL CHECK (score IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  isFirst INTEGER NOT NULL DEFAULT 0 CHECK (isFirst IN (0, 1)),
  isLatest INTEGER NOT NULL DEFAULT 0 CHECK (isLatest IN (0, 1))
) STRICT;
INSERT INTO needscoreKept (id, version, "on", "case", need, domain, score, isFirst, isLatest)
SELECT id, version, "on", "case", need, domain, score, isFirst, isLatest FROM needscore ORDER BY id;
DROP TABLE needscore;
ALTER TABLE needscoreKept RENAME TO needscore;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX needscoreByOn ON needscore ("on");

DROP TRIGGER needScores;
DROP TRIGGER needScoresChanged;
DROP TRIGGER needScoresGone;
CREATE TRIGGER needScores AFTER INSERT ON need BEGIN
  INSERT INTO needscore (id, "on", "case", need, domain, score)
  SELECT id, "on", "case", need, domain, score FROM needScored
  WHERE need = NEW.id AND score IS NOT NULL;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE id IN (SELECT s.id FROM need AS n CROSS JOIN needscore AS s
    WHERE n."case" = NEW."case" AND s.id BETWEEN n.id * 16 AND n.id * 16 + 15);
END;
CREATE TRIGGER needScoresChanged AFTER UPDATE ON need BEGIN
  DELETE FROM needscore WHERE id BETWEEN OLD.id * 16 AND OLD.id * 16 + 15;
  INSERT INTO needscore (id, "on", "case", need, domain, score)
  SELECT id, "on", "case", need, domain, score FROM needScored
  WHERE need = NEW.id AND score IS NOT NULL;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE id IN (SELECT s.id FROM need AS n CROSS JOIN needscore AS s
    WHERE n."case" IN (OLD."case", NEW."case") AND s.id BETWEEN n.id * 16 AND n.id * 16 + 15);
END;
CREATE TRIGGER needScoresGone AFTER DELETE ON need BEGIN
  DELETE FROM needscore WHERE id BETWEEN OLD.id * 16 AND OLD.id * 16 + 15;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE id IN (SELECT s.id FROM need AS n CROSS JOIN needscore AS s
    WHERE n."case" = OLD."case" AND s.id BETWEEN n.id * 16 AND n.id * 16 + 15);
END;

-- Who, by which command and of which kind, each word once; the entries name them by number.
CREATE TABLE journalWord (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO journalWord (word)
SELECT who FROM journal WHERE who IS NOT NULL
UNION SELECT command FROM journal
UNION SELECT recordKind FROM journal WHERE recordKind IS NOT NULL;

CREATE TABLE journalRow (
  sequence INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  who INTEGER REFERENCES journalWord (id),
  command INTEGER NOT NULL REFERENCES journalWord (id),
  kind INTEGER REFERENCES journalWord (id),
  record INTEGER,
  version INTEGER,
  undoes INTEGER,
  hash BLOB NOT NULL,
  mac BLOB NOT NULL,
  uid BLOB CHECK (length(uid) = 16)
) STRICT;
INSERT INTO journalRow (sequence, step, at, who, command, kind, record, version, undoes, hash, mac,
  uid)
SELECT sequence, step, at,
  (SELECT id FROM journalWord WHERE word = who), (SELECT id FROM journalWord WHERE word = command),
  (SELECT id FROM journalWord WHERE word = recordKind), record, version, undoes, hash, mac, uid
FROM journal ORDER BY sequence;

-- The contents stay where they are and belong to these entries; SQLite has no other words for that.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql, 'REFERENCES journal (sequence)', 'REFERENCES journalRow (sequence)')
WHERE name = 'journalContent';
PRAGMA writable_schema = RESET;
DROP TABLE journal;

CREATE INDEX journalByRecord ON journalRow (kind, record);
CREATE INDEX journalByWho ON journalRow (who);
CREATE INDEX journalUndone ON journalRow (undoes) WHERE undoes IS NOT NULL;

-- An entry is never changed, and its content only ever emptied.
CREATE TRIGGER journalStays BEFORE UPDATE ON journalRow BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalIsKept BEFORE DELETE ON journalRow BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalWordStays BEFORE UPDATE ON journalWord BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalWordIsKept BEFORE DELETE ON journalWord BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
