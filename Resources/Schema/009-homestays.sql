-- Homestays: who lives in a host's home and was checked, what guests need, pairs that must not
-- meet, stays that no process can book wrongly, and how guest and host are. Frozen once released,
-- like every file here.

ALTER TABLE host ADD COLUMN householdMix TEXT CHECK (householdMix IN ('women_only', 'men_only', 'mixed'));
ALTER TABLE host ADD COLUMN hasChildren INTEGER NOT NULL DEFAULT 0 CHECK (hasChildren IN (0, 1));
ALTER TABLE host ADD COLUMN isAlcoholFree INTEGER NOT NULL DEFAULT 0
  CHECK (isAlcoholFree IN (0, 1));
ALTER TABLE host ADD COLUMN hasPrayerSpace INTEGER NOT NULL DEFAULT 0
  CHECK (hasPrayerSpace IN (0, 1));
ALTER TABLE host ADD COLUMN isStepFree INTEGER NOT NULL DEFAULT 0 CHECK (isStepFree IN (0, 1));
ALTER TABLE host ADD COLUMN hasLock INTEGER NOT NULL DEFAULT 0 CHECK (hasLock IN (0, 1));
ALTER TABLE host ADD COLUMN rules TEXT;
ALTER TABLE host ADD COLUMN wishes TEXT;
ALTER TABLE host ADD COLUMN homeVisitOn TEXT CHECK (homeVisitOn IS date(homeVisitOn, '+0 days'));
ALTER TABLE host ADD COLUMN referencesOn TEXT
  CHECK (referencesOn IS date(referencesOn, '+0 days'));
ALTER TABLE host ADD COLUMN trainingOn TEXT CHECK (trainingOn IS date(trainingOn, '+0 days'));
ALTER TABLE host ADD COLUMN concern TEXT;
ALTER TABLE host ADD COLUMN suspendedOn TEXT CHECK (suspendedOn IS date(suspendedOn, '+0 days'));

ALTER TABLE homestay ADD COLUMN persons INTEGER;
ALTER TABLE homestay ADD COLUMN guestAgreedOn TEXT
  CHECK (guestAgreedOn IS date(guestAgreedOn, '+0 days'));
ALTER TABLE homestay ADD COLUMN hostAgreedOn TEXT
  CHECK (hostAgreedOn IS date(hostAgreedOn, '+0 days'));
ALTER TABLE homestay ADD COLUMN moveOnState TEXT
  CHECK (moveOnState IN ('searching', 'applied', 'secured'));

CREATE TABLE hostadult (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  host INTEGER NOT NULL REFERENCES host (id),
  name TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('pending', 'clear', 'concern')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  staff INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;
CREATE INDEX hostadultByOn ON hostadult ("on");
CREATE INDEX hostadultByHostAndOn ON hostadult (host, "on");

CREATE TABLE lodging (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  stage TEXT NOT NULL CHECK (stage IN ('waiting', 'arranged', 'withdrawn')),
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days')),
  until TEXT NOT NULL CHECK (until IS date(until, '+0 days')),
  persons INTEGER NOT NULL,
  guests TEXT NOT NULL CHECK (guests IN (
    'woman', 'man', 'couple', 'family', 'women_children')),
  smokes INTEGER NOT NULL DEFAULT 0 CHECK (smokes IN (0, 1)),
  drinks INTEGER NOT NULL DEFAULT 0 CHECK (drinks IN (0, 1)),
  bringsPet INTEGER NOT NULL DEFAULT 0 CHECK (bringsPet IN (0, 1)),
  languages TEXT,
  languageNeed TEXT CHECK (languageNeed IN ('must', 'prefer')),
  diets TEXT,
  dietNeed TEXT CHECK (dietNeed IN ('must', 'prefer')),
  prefectures TEXT,
  areaNeed TEXT CHECK (areaNeed IN ('must', 'prefer')),
  nonSmoking TEXT CHECK (nonSmoking IN ('must', 'prefer')),
  noPets TEXT CHECK (noPets IN ('must', 'prefer')),
  womenHousehold TEXT CHECK (womenHousehold IN ('must', 'prefer')),
  alcoholFree TEXT CHECK (alcoholFree IN ('must', 'prefer')),
  prayerSpace TEXT CHECK (prayerSpace IN ('must', 'prefer')),
  stepFree TEXT CHECK (stepFree IN ('must', 'prefer')),
  privateRoom TEXT CHECK (privateRoom IN ('must', 'prefer')),
  lock TEXT CHECK (lock IN ('must', 'prefer')),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (stage = 'waiting') VIRTUAL
) STRICT;
CREATE INDEX lodgingByFrom ON lodging ("from");
CREATE INDEX lodgingByCaseAndFrom ON lodging ("case", "from");
CREATE INDEX lodgingByStageAndFrom ON lodging (stage, "from");

CREATE TABLE blockedpair (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  host INTEGER NOT NULL REFERENCES host (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  reason TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX blockedpairByOn ON blockedpair ("on");
CREATE INDEX blockedpairByCaseAndOn ON blockedpair ("case", "on");
CREATE INDEX blockedpairByHostAndOn ON blockedpair (host, "on");

CREATE TABLE checkin (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  homestay INTEGER NOT NULL REFERENCES homestay (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  asked TEXT NOT NULL CHECK (asked IN ('guest', 'host')),
  mood TEXT NOT NULL CHECK (mood IN ('good', 'concern', 'urgent')),
  notes TEXT,
  staff INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX checkinByOn ON checkin ("on");
CREATE INDEX checkinByCaseAndOn ON checkin ("case", "on");
CREATE INDEX checkinByHomestayAndOn ON checkin (homestay, "on");
CREATE TRIGGER checkinOfStay AFTER INSERT ON checkin BEGIN
  SELECT raise(ABORT, 'homestay otherCase') FROM homestay
  WHERE id = NEW.homestay AND "case" <> NEW."case";
END;

-- The last day on which somebody was in touch: who asked a guest how they are was.
CREATE VIEW inTouch AS
SELECT id AS "case", nullif(max(
  ifnull((
    SELECT max("on") FROM contact WHERE contact."case" = "case".id AND contactMade = 1), ''),
  ifnull((
    SELECT max("on") FROM checkin WHERE checkin."case" = "case".id AND asked = 'guest'), '')
  ), '') AS "on"
FROM "case";

DROP TRIGGER contactAdded;
DROP TRIGGER contactRemoved;
DROP TRIGGER contactChanged;
DROP TRIGGER contactOfOtherCase;
CREATE TRIGGER contactAdded AFTER INSERT ON contact WHEN NEW.contactMade = 1 BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = NEW."case";
END;
CREATE TRIGGER contactRemoved AFTER DELETE ON contact BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = OLD."case";
END;
CREATE TRIGGER contactChanged AFTER UPDATE OF "on", contactMade, "case" ON contact BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id IN (OLD."case", NEW."case");
END;
CREATE TRIGGER checkinAdded AFTER INSERT ON checkin WHEN NEW.asked = 'guest' BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = NEW."case";
END;
CREATE TRIGGER checkinRemoved AFTER DELETE ON checkin BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = OLD."case";
END;
CREATE TRIGGER checkinChanged AFTER UPDATE OF "on", asked, "case" ON checkin BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id IN (OLD."case", NEW."case");
END;

-- The nights a stay takes: from its start up to its end, the morning of leaving; one at least.
CREATE VIEW stayNights AS
SELECT id, host, "case", stage, start, ifnull(persons, 1) AS persons,
  ifnull(max("end", date(start, '+1 day')), '9999-12-31') AS leaves,
  stage IN ('confirmed', 'in_progress', 'extended') AS holdsBed
FROM homestay;

-- Homes in which more would sleep on a night than there are beds, of a stay given by its id: the
-- fullest night is the first one of the stay or of another within it.
CREATE VIEW stayWithoutBed AS
SELECT mine.id FROM stayNights AS mine JOIN host ON host.id = mine.host
WHERE mine.holdsBed AND EXISTS (
  SELECT 1 FROM stayNights AS first
  WHERE first.host = mine.host AND first.holdsBed
    AND (first.id = mine.id OR first.start > mine.start AND first.start < mine.leaves)
    AND ifnull(host.capacity, 0) < (
      SELECT sum(guest.persons) FROM stayNights AS guest
      WHERE guest.host = mine.host AND guest.holdsBed
        AND guest.start <= first.start AND guest.leaves > first.start));

CREATE VIEW stayUnapproved AS
SELECT mine.id FROM stayNights AS mine JOIN host ON host.id = mine.host
WHERE mine.holdsBed AND (
    host.stage NOT IN ('approved', 'hosting') OR ifnull(host.approvalExpires, '') < mine.start)
  OR mine.stage IN ('proposed', 'guest_agreed', 'host_agreed', 'met')
    AND host.stage IN ('suspended', 'not_approved', 'left');

CREATE VIEW stayBlocked AS
SELECT mine.id FROM homestay AS mine JOIN blockedpair ON blockedpair.host = mine.host
  JOIN samePerson ON samePerson."case" = mine."case" AND samePerson.other = blockedpair."case"
WHERE mine.isOpen = 1;

-- Stays of somebody who has a bed in another stay on one of the nights, in whichever case. With a
-- plus SQLite goes by the case, and not through every stay of a stage.
CREATE VIEW stayTwice AS
SELECT mine.id FROM stayNights AS mine
WHERE mine.holdsBed AND EXISTS (
  SELECT 1 FROM samePerson JOIN stayNights AS other ON other."case" = samePerson.other
  WHERE samePerson."case" = mine."case" AND other.id <> mine.id AND +other.holdsBed
    AND other.start < mine.leaves AND other.leaves > mine.start);

-- What stands in a store from before is left as it is: only what a write brings is looked at. The
-- program reads the two words of a message as a field and a problem.
CREATE TRIGGER stayBooked AFTER INSERT ON homestay BEGIN
  SELECT raise(ABORT, 'host hostNotApproved') FROM stayUnapproved WHERE id = NEW.id;
  SELECT raise(ABORT, 'host pairBlocked') FROM stayBlocked WHERE id = NEW.id;
  SELECT raise(ABORT, 'host noBedFree') FROM stayWithoutBed WHERE id = NEW.id;
  SELECT raise(ABORT, 'start nightsTaken') FROM stayTwice WHERE id = NEW.id;
END;
CREATE TRIGGER stayApproved AFTER UPDATE OF stage, host, start, "end" ON homestay
WHEN NEW.stage <> OLD.stage OR NEW.host <> OLD.host OR NEW.start <> OLD.start
  OR ifnull(NEW."end", '9999-12-31') > ifnull(OLD."end", '9999-12-31')
BEGIN
  SELECT raise(ABORT, 'host hostNotApproved') FROM stayUnapproved WHERE id = NEW.id;
  -- A longer stay needs an approval that holds where its nights are added.
  SELECT raise(ABORT, 'host hostNotApproved') FROM host
  WHERE id = NEW.host AND NEW.stage IN ('confirmed', 'in_progress', 'extended')
    AND NEW.host = OLD.host AND ifnull(approvalExpires, '') < OLD."end"
    AND ifnull(NEW."end", '9999-12-31') > OLD."end";
END;
CREATE TRIGGER stayAllowed AFTER UPDATE OF stage, host, "case" ON homestay
WHEN NEW.stage <> OLD.stage OR NEW.host <> OLD.host OR NEW."case" <> OLD."case"
BEGIN
  SELECT raise(ABORT, 'host pairBlocked') FROM stayBlocked WHERE id = NEW.id;
END;
CREATE TRIGGER stayHasBed AFTER UPDATE OF stage, host, start, "end", persons ON homestay
WHEN OLD.stage NOT IN ('confirmed', 'in_progress', 'extended') OR NEW.host <> OLD.host
  OR NEW.start < OLD.start OR ifnull(NEW.persons, 1) > ifnull(OLD.persons, 1)
  OR ifnull(NEW."end", '9999-12-31') > ifnull(OLD."end", '9999-12-31')
BEGIN
  SELECT raise(ABORT, 'host noBedFree') FROM stayWithoutBed WHERE id = NEW.id;
END;
CREATE TRIGGER staySleptOnce AFTER UPDATE OF stage, "case", start, "end" ON homestay
WHEN OLD.stage NOT IN ('confirmed', 'in_progress', 'extended') OR NEW."case" <> OLD."case"
  OR NEW.start < OLD.start
  OR ifnull(NEW."end", '9999-12-31') > ifnull(OLD."end", '9999-12-31')
BEGIN
  SELECT raise(ABORT, 'start nightsTaken') FROM stayTwice WHERE id = NEW.id;
END;

-- Who has a bed keeps it: a home gets no smaller than its fullest night, and its host goes, or
-- loses the approval, only once nobody stays there or is to.
CREATE TRIGGER hostKeepsBeds AFTER UPDATE OF capacity ON host
WHEN ifnull(NEW.capacity, 0) < ifnull(OLD.capacity, 0)
BEGIN
  SELECT raise(ABORT, 'capacity noBedFree') FROM homestay AS stay
  JOIN stayWithoutBed ON stayWithoutBed.id = stay.id
  WHERE stay.host = NEW.id AND +stay.stage IN ('confirmed', 'in_progress', 'extended');
END;
CREATE TRIGGER hostKeepsGuests AFTER UPDATE OF stage ON host
WHEN NEW.stage NOT IN ('approved', 'hosting', 'paused', 'suspended')
  AND OLD.stage IN ('approved', 'hosting', 'paused', 'suspended')
BEGIN
  SELECT raise(ABORT, 'stage guestsThere') FROM homestay
  WHERE host = NEW.id AND +stage IN ('confirmed', 'in_progress', 'extended');
END;
