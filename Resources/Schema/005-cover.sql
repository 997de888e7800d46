-- Absence cover, and what the list of the day reads along. Frozen once released, like every file
-- here.

CREATE TABLE cover (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  staff INTEGER NOT NULL REFERENCES staff (id),
  coveredBy INTEGER NOT NULL REFERENCES staff (id),
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days')),
  "to" TEXT NOT NULL CHECK ("to" IS date("to", '+0 days'))
) STRICT;
CREATE INDEX coverByFrom ON cover ("from");
CREATE INDEX coverByStaffAndFrom ON cover (staff, "from");
CREATE INDEX coverByCoveredByAndFrom ON cover (coveredBy, "from");

-- The deadlines of all cases are written anew after this migration, and fill both columns.
ALTER TABLE deadline ADD COLUMN category TEXT NOT NULL DEFAULT 'legal'
  CHECK (category IN ('critical', 'legal', 'practice', 'contact'));
ALTER TABLE "case" ADD COLUMN contactDue TEXT CHECK (contactDue IS date(contactDue, '+0 days'));

-- Each section of the list of the day enters one of these at its days, of all cases or of one
-- member of staff; what is done or closed does not stand in the way.
CREATE INDEX deadlineByCategoryAndIsOpenAndDate ON deadline (category, isOpen, date);
CREATE INDEX deadlineByOwnerAndCategoryAndIsOpenAndDate
  ON deadline (owner, category, isOpen, date);
CREATE INDEX caseByContactDue ON "case" (ifnull(contactDue, x''));
CREATE INDEX caseByOwnerAndContactDue ON "case" (owner, ifnull(contactDue, x''));
CREATE INDEX caseByOwnerAndIsOpenAndNumber ON "case" (owner, isOpen, ifnull(number, x''));
CREATE INDEX followupByAssigneeAndIsOpenAndDue ON followup (assignee, isOpen, due);
CREATE INDEX homestayByIsOpenAndEnd ON homestay (isOpen, ifnull("end", x''));
