-- Roll-call: heads of every kind of person, the numbers of a gathering, who comes for the first
-- time, who stays away. Frozen once released, like every file here.

ALTER TABLE salon ADD COLUMN hosts TEXT;
ALTER TABLE salon ADD COLUMN repeats TEXT CHECK (repeats IN (
    'weekly', 'every_two_weeks', 'monthly_by_date', 'monthly_by_weekday'));
ALTER TABLE salon ADD COLUMN repeatsUntil TEXT CHECK (repeatsUntil IS date(repeatsUntil, '+0 days'));
ALTER TABLE salon ADD COLUMN series INTEGER REFERENCES salon (id);
ALTER TABLE salon ADD COLUMN headcountVolunteers INTEGER;
ALTER TABLE salon ADD COLUMN headcountCompanies INTEGER;
ALTER TABLE salon ADD COLUMN headcountGovernment INTEGER;
ALTER TABLE salon ADD COLUMN seats INTEGER;
ALTER TABLE salon ADD COLUMN waiting INTEGER;
ALTER TABLE salon ADD COLUMN persons INTEGER;
ALTER TABLE salon ADD COLUMN visits INTEGER;
ALTER TABLE "case" ADD COLUMN absences INTEGER;
ALTER TABLE "case" ADD COLUMN absentSince TEXT CHECK (absentSince IS date(absentSince, '+0 days'));

CREATE INDEX salonBySeriesAndDate ON salon (series, date);

-- Who met whom, where both wish it kept.
CREATE TABLE encounter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  salon INTEGER NOT NULL REFERENCES salon (id),
  met INTEGER REFERENCES "case" (id),
  metName TEXT,
  bothWish INTEGER NOT NULL CHECK (bothWish IN (0, 1)),
  "on" TEXT CHECK ("on" IS date("on", '+0 days')),
  notes TEXT
) STRICT;
CREATE INDEX encounterByOn ON encounter (ifnull("on", x''));
CREATE INDEX encounterByCaseAndOn ON encounter ("case", ifnull("on", x''));
CREATE INDEX encounterByMetAndOn ON encounter (met, ifnull("on", x''));
CREATE INDEX encounterBySalonAndOn ON encounter (salon, ifnull("on", x''));
CREATE TRIGGER encounterAdded AFTER INSERT ON encounter BEGIN
  UPDATE encounter SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER encounterMoved AFTER UPDATE OF salon ON encounter BEGIN
  UPDATE encounter SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER salonMovedEncounters AFTER UPDATE OF date ON salon BEGIN
  UPDATE encounter SET "on" = NEW.date WHERE salon = NEW.id;
END;

CREATE INDEX attendanceByGuestName ON attendance (guestName) WHERE guestName IS NOT NULL;
CREATE INDEX caseByIsOpenAndAbsentSince ON "case" (isOpen, ifnull(absentSince, x''));
CREATE INDEX caseByOwnerAndIsOpenAndAbsentSince ON "case" (owner, isOpen, ifnull(absentSince, x''));

-- Who came by name: two cases of one person are one, a guest is known by name and kind.
CREATE VIEW attendedPerson AS
SELECT a.salon, ifnull(a."on", x'') AS "on",
  CASE WHEN a."case" IS NULL THEN 'g' || a.personRole || ' ' || a.guestName
    ELSE 'p' || (SELECT person FROM "case" WHERE id = a."case") END AS who
FROM attendance AS a WHERE a.result = 'attended';

-- The one definition of the numbers of a gathering: places taken, waiting, different persons who
-- came by name, and attendances with the heads that were only counted.
CREATE VIEW salonNumber AS
SELECT s.id AS salon,
  (SELECT count(*) FROM attendance AS a
    WHERE a.salon = s.id AND a.result NOT IN ('waitlisted', 'cancelled', 'excused_absence')) AS seats,
  (SELECT count(*) FROM attendance AS a
    WHERE a.salon = s.id AND a.result = 'waitlisted') AS waiting,
  (SELECT count(DISTINCT who) FROM attendedPerson AS p WHERE p.salon = s.id) AS persons,
  (SELECT count(*) FROM attendance AS a WHERE a.salon = s.id AND a.result = 'attended')
    + ifnull(s.headcountRefugees, 0) + ifnull(s.headcountCitizens, 0)
    + ifnull(s.headcountVolunteers, 0) + ifnull(s.headcountCompanies, 0)
    + ifnull(s.headcountGovernment, 0) + ifnull(s.headcountStaff, 0) AS visits
FROM salon AS s;

-- The cases of one person: who comes with an old and a new case is one.
CREATE VIEW samePerson AS
SELECT own.id AS "case", other.id AS other
FROM "case" AS own JOIN "case" AS other ON other.person = own.person;

-- Who comes, or means to come, without having come before.
CREATE VIEW firstVisit AS
SELECT a.id AS attendance, a.result IN ('registered', 'waitlisted', 'attended') AND CASE
  WHEN a."case" IS NOT NULL THEN NOT EXISTS (
    SELECT 1 FROM samePerson AS p JOIN attendance AS b ON b."case" = p.other
    WHERE p."case" = a."case" AND +b.result = 'attended' AND (b."on", b.id) < (a."on", a.id))
  ELSE NOT EXISTS (SELECT 1 FROM attendance AS b
    WHERE b.guestName = a.guestName AND b.personRole = a.personRole AND +b."case" IS NULL
      AND +b.result = 'attended' AND (b."on", b.id) < (a."on", a.id)) END AS isFirst
FROM attendance AS a;

-- When the person of a case stayed away without a word since they last came or excused themselves.
CREATE VIEW absenceInRow AS
SELECT p."case", a."on" FROM samePerson AS p JOIN attendance AS a ON a."case" = p.other
WHERE +a.result = 'unexcused_absence' AND NOT EXISTS (
  SELECT 1 FROM samePerson AS q JOIN attendance AS b ON b."case" = q.other
  WHERE q."case" = p."case" AND +b.result IN ('attended', 'excused_absence')
    AND (b."on", b.id) > (a."on", a.id));

CREATE TRIGGER salonCounted AFTER INSERT ON salon BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = NEW.id)
  WHERE id = NEW.id;
END;
CREATE TRIGGER salonRecounted AFTER UPDATE OF headcountRefugees, headcountCitizens,
  headcountVolunteers, headcountCompanies, headcountGovernment, headcountStaff ON salon
BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = NEW.id)
  WHERE id = NEW.id;
END;

-- With a plus SQLite goes by the name, and not through all guests there ever were.
-- A new attendance gets its day by an update, which counts it.
CREATE TRIGGER attendanceCounted
AFTER UPDATE OF salon, "case", guestName, personRole, result, "on" ON attendance
BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = salon.id)
  WHERE id IN (OLD.salon, NEW.salon);
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE "case" IN (SELECT other FROM samePerson AS p WHERE p."case" IN (OLD."case", NEW."case"));
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE guestName IN (OLD.guestName, NEW.guestName) AND +"case" IS NULL;
  UPDATE "case" SET (absences, absentSince) = (
    SELECT nullif(count(*), 0), CASE WHEN count(*) >= 2 THEN min(a."on") END
    FROM absenceInRow AS a WHERE a."case" = "case".id)
  WHERE id IN (SELECT other FROM samePerson AS p WHERE p."case" IN (OLD."case", NEW."case"));
END;
CREATE TRIGGER attendanceUncounted AFTER DELETE ON attendance BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = salon.id)
  WHERE id = OLD.salon;
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE "case" IN (SELECT other FROM samePerson AS p WHERE p."case" = OLD."case");
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE guestName = OLD.guestName AND +"case" IS NULL;
  UPDATE "case" SET (absences, absentSince) = (
    SELECT nullif(count(*), 0), CASE WHEN count(*) >= 2 THEN min(a."on") END
    FROM absenceInRow AS a WHERE a."case" = "case".id)
  WHERE id IN (SELECT other FROM samePerson AS p WHERE p."case" = OLD."case");
END;
-- Where a case is found to be another person's, its gatherings have other persons, and both may
-- have come before.
CREATE TRIGGER attendancePersonChanged AFTER UPDATE OF person ON "case"
WHEN OLD.person IS NOT NEW.person
BEGIN
  UPDATE salon SET persons = (
    SELECT n.persons FROM salonNumber AS n WHERE n.salon = salon.id)
  WHERE id IN (SELECT salon FROM attendance WHERE "case" = NEW.id);
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE "case" IN (SELECT id FROM "case" WHERE person IN (OLD.person, NEW.person));
  UPDATE "case" SET (absences, absentSince) = (
    SELECT nullif(count(*), 0), CASE WHEN count(*) >= 2 THEN min(a."on") END
    FROM absenceInRow AS a WHERE a."case" = "case".id)
  WHERE person IN (OLD.person, NEW.person);
END;

UPDATE salon SET (seats, waiting, persons, visits) = (
  SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = salon.id);
UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id);
UPDATE "case" SET (absences, absentSince) = (
  SELECT nullif(count(*), 0), CASE WHEN count(*) >= 2 THEN min(a."on") END
  FROM absenceInRow AS a WHERE a."case" = "case".id)
WHERE id IN (
  SELECT p."case" FROM attendance AS a JOIN samePerson AS p ON p.other = a."case"
  WHERE a.result = 'unexcused_absence');
