-- When a group meets next, and how many nights somebody was given in a shelter. Frozen once released,
-- like every file here.

ALTER TABLE workinggroup ADD COLUMN nextMeeting TEXT
  CHECK (nextMeeting IS date(nextMeeting, '+0 days'));
ALTER TABLE workinggroup ADD COLUMN isOpen INTEGER NOT NULL
  GENERATED ALWAYS AS (endedOn IS NULL) VIRTUAL;
ALTER TABLE service ADD COLUMN nights INTEGER;
