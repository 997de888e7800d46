-- What a deadline was answered, who saw it, and whom the organisation tells while nobody has. Frozen once
-- released.

ALTER TABLE owndeadline ADD COLUMN answer TEXT
  CHECK (answer IN ('recorded', 'done', 'mistake', 'no_longer'));

ALTER TABLE deadline ADD COLUMN answer TEXT
  CHECK (answer IN ('recorded', 'done', 'mistake', 'no_longer'));
ALTER TABLE deadline ADD COLUMN answeredOn TEXT CHECK (answeredOn IS date(answeredOn, '+0 days'));
ALTER TABLE deadline ADD COLUMN answeredBy INTEGER REFERENCES staff (id);
ALTER TABLE deadline ADD COLUMN answerRecord TEXT;
ALTER TABLE deadline ADD COLUMN reason TEXT;
ALTER TABLE deadline ADD COLUMN knownSince TEXT CHECK (knownSince IS date(knownSince, '+0 days'));
ALTER TABLE deadline ADD COLUMN seenOn TEXT CHECK (seenOn IS date(seenOn, '+0 days'));
ALTER TABLE deadline ADD COLUMN seenBy INTEGER REFERENCES staff (id);
ALTER TABLE deadline ADD COLUMN unseenSince TEXT
  CHECK (unseenSince IS date(unseenSince, '+0 days'));
ALTER TABLE deadline ADD COLUMN coverFrom TEXT CHECK (coverFrom IS date(coverFrom, '+0 days'));
ALTER TABLE deadline ADD COLUMN supervisorFrom TEXT
  CHECK (supervisorFrom IS date(supervisorFrom, '+0 days'));
-- Whom somebody is told of, by what weighs most, in the order in which they were.
CREATE INDEX deadlineByCategoryAndSupervisorFrom
  ON deadline (category, ifnull(supervisorFrom, x''));
CREATE INDEX deadlineByOwnerAndCategoryAndCoverFrom
  ON deadline (owner, category, ifnull(coverFrom, x''));

CREATE TABLE sighting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  rule TEXT NOT NULL,
  countedFrom TEXT NOT NULL CHECK (countedFrom IS date(countedFrom, '+0 days')),
  about TEXT NOT NULL,
  due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  staff INTEGER NOT NULL REFERENCES staff (id),
  owner INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- The organisation's own, one for a category.
CREATE TABLE ladder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  category TEXT NOT NULL CHECK (category IN ('critical', 'legal', 'practice', 'contact')),
  warnDays INTEGER CHECK (warnDays BETWEEN 0 AND 120),
  coverDays INTEGER NOT NULL CHECK (coverDays BETWEEN 0 AND 60),
  supervisorDays INTEGER NOT NULL CHECK (supervisorDays BETWEEN 0 AND 60)
) STRICT;
