-- Cases that look like one person's and are not: kept for ever, so that nobody is asked twice. Frozen
-- once released, like every file here.

CREATE TABLE distinctpair (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  other INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  reason TEXT,
  staff INTEGER REFERENCES staff (id),
  withdrawnOn TEXT CHECK (withdrawnOn IS date(withdrawnOn, '+0 days')),
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (withdrawnOn IS NULL) VIRTUAL
) STRICT;
