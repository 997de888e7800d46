-- What volunteers do: what an assignment grants, what is written between them and staff, the check-ins
-- they ask, the gatherings at which they take the roll; whom they call. Frozen once released.

ALTER TABLE organisation ADD COLUMN phone TEXT;

ALTER TABLE assignment ADD COLUMN grants TEXT;

ALTER TABLE followup ADD COLUMN begins TEXT
  CHECK (begins IS strftime('%H:%M', begins));
ALTER TABLE followup ADD COLUMN place TEXT;

ALTER TABLE checkin ADD COLUMN volunteer INTEGER REFERENCES volunteer (id);
ALTER TABLE salon ADD COLUMN volunteer INTEGER REFERENCES volunteer (id);

CREATE TABLE comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  type TEXT NOT NULL CHECK (type IN ('comment', 'thanks', 'answer')),
  body TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id)
) STRICT;
