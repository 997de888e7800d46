-- By which definition the derived data of this store were made: deadlines, the index of names and
-- texts, the keys of possible duplicates, the views. Where the program has another definition, it
-- makes them anew when it opens the store. Frozen once released, like every numbered file here.
CREATE TABLE derived (
  name TEXT PRIMARY KEY,
  revision TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every status, stage or result that a record reached: a row for each entry of the journal that set
-- one, kept by the program as derived data. No trigger looks for it in the text of the journal any
-- more.
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
