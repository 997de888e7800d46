-- The views: what is read often and follows from the tables. A migration adds no view and asks none;
-- each view stands here as it is now, and all are made anew in every store once this file or the
-- schema has changed.

-- The entries of the journal with their words.
CREATE VIEW journal AS
SELECT r.sequence, r.step, r.at, w.word AS who, c.word AS command, k.word AS recordKind, r.record,
  r.version, r.undoes, r.hash, r.mac, r.uid
FROM journalRow AS r LEFT JOIN journalWord AS w ON w.id = r.who
  LEFT JOIN journalWord AS c ON c.id = r.command LEFT JOIN journalWord AS k ON k.id = r.kind;

-- The row in force of each axis of a case: the latest that no other corrects.
CREATE VIEW supportcategoryNow AS
SELECT r."case", r.supportCategory, r."on", r.document, r.confirmedOn FROM supportcategory AS r
WHERE r.id = (
  SELECT n.id FROM supportcategory AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM supportcategory AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);

CREATE VIEW procedureNow AS
SELECT r."case", r.procedureStage, r."on", r.document, r.confirmedOn FROM procedure AS r
WHERE r.id = (
  SELECT n.id FROM procedure AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM procedure AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);

CREATE VIEW residenceNow AS
SELECT r."case", r.statusOfResidence, r.designatedActivityKind, r.stayBasis, r.expires, r."on",
  r.document, r.confirmedOn FROM residence AS r
WHERE r.id = (
  SELECT n.id FROM residence AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM residence AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);

CREATE VIEW workpermissionNow AS
SELECT r."case", r.workPermission, r."on", r.document, r.confirmedOn FROM workpermission AS r
WHERE r.id = (
  SELECT n.id FROM workpermission AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM workpermission AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);

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
    + ifnull(s.headcountGovernment, 0) + ifnull(s.headcountParliamentarians, 0)
    + ifnull(s.headcountOrganisations, 0) + ifnull(s.headcountStaff, 0) AS visits
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

-- The last day on which somebody was in touch: who asked a guest how they are was.
CREATE VIEW inTouch AS
SELECT id AS "case", nullif(max(
  ifnull((
    SELECT max("on") FROM contact WHERE contact."case" = "case".id AND contactMade = 1), ''),
  ifnull((
    SELECT max("on") FROM checkin WHERE checkin."case" = "case".id AND asked = 'guest'), '')
  ), '') AS "on"
FROM "case";

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

-- Stays for which the host is not approved up to their start, or has none to give any more.
CREATE VIEW stayUnapproved AS
SELECT mine.id FROM stayNights AS mine JOIN host ON host.id = mine.host
WHERE mine.holdsBed AND (
    host.stage NOT IN ('approved', 'hosting') OR ifnull(host.approvalExpires, '') < mine.start)
  OR mine.stage IN ('proposed', 'guest_agreed', 'host_agreed', 'met')
    AND host.stage IN ('suspended', 'not_approved', 'left');

-- Open stays of somebody who is to be kept apart from the host.
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

-- Open placements of somebody who has another open one for the job, in whichever of their cases.
CREATE VIEW placementTwice AS
SELECT mine.id FROM placement AS mine
WHERE mine.isOpen = 1 AND EXISTS (
  SELECT 1 FROM placement AS other JOIN samePerson AS p ON p."case" = other."case"
  WHERE other.job = mine.job AND +other.isOpen = 1 AND other.id <> mine.id
    AND p.other = mine."case");

-- The scores of each assessment, one below the other.
CREATE VIEW needScored AS
SELECT id * 16 AS id, "on", "case", id AS need, 'housing' AS domain, housing AS score FROM need
UNION ALL
SELECT id * 16 + 1, "on", "case", id, 'income', income FROM need
UNION ALL
SELECT id * 16 + 2, "on", "case", id, 'food', food FROM need
UNION ALL
SELECT id * 16 + 3, "on", "case", id, 'health', health FROM need
UNION ALL
SELECT id * 16 + 4, "on", "case", id, 'mental_health', mentalHealth FROM need
UNION ALL
SELECT id * 16 + 5, "on", "case", id, 'japanese', japanese FROM need
UNION ALL
SELECT id * 16 + 6, "on", "case", id, 'legal', legal FROM need
UNION ALL
SELECT id * 16 + 7, "on", "case", id, 'employment', employment FROM need
UNION ALL
SELECT id * 16 + 8, "on", "case", id, 'education', education FROM need
UNION ALL
SELECT id * 16 + 9, "on", "case", id, 'family', family FROM need
UNION ALL
SELECT id * 16 + 10, "on", "case", id, 'safety', safety FROM need
UNION ALL
SELECT id * 16 + 11, "on", "case", id, 'social_connection', socialConnection FROM need
UNION ALL
SELECT id * 16 + 12, "on", "case", id, 'paperwork', paperwork FROM need
UNION ALL
SELECT id * 16 + 13, "on", "case", id, 'transport', transport FROM need;

-- The number of the service or the contact that an entry of support is.
CREATE VIEW supportNumber AS
SELECT id, printf(CASE id % 2 WHEN 0 THEN 'SV-%04d' ELSE 'CT-%04d' END, id / 2) AS about
FROM supportentry;

-- Where the person of a case comes from: the nationality where nobody asked further.
CREATE VIEW caseOrigin AS
SELECT c.id, ifnull(p.countryOfOrigin, p.nationality) AS country
FROM "case" AS c JOIN person AS p ON p.id = c.person;

-- Who the person of a case is.
CREATE VIEW casePerson AS
SELECT c.id, p.nationality, p.gender FROM "case" AS c JOIN person AS p ON p.id = c.person;

-- From which night on somebody who needs a home had one, or will: the first within the need of a stay of
-- theirs, in whichever case.
CREATE VIEW lodgingHoused AS
SELECT l.id, (
  SELECT max(l."from", min(s.start)) FROM samePerson AS p JOIN homestay AS s ON s."case" = p.other
  WHERE p."case" = l."case"
    AND +s.stage IN ('confirmed', 'in_progress', 'extended', 'ended', 'ended_early')
    AND s.start < l.until
    AND ifnull(max(s."end", date(s.start, '+1 day')), '9999-12-31') > l."from") AS housedOn
FROM lodging AS l;

-- Whose case it is, and whether work on it goes on.
CREATE VIEW caseStanding AS SELECT id, person, isOpen FROM "case";

-- When somebody first reached the person of a case, and up to which day both consents that every case
-- needs hold: without an end the year 2999.
CREATE VIEW caseCourse AS
SELECT c.id,
  (SELECT min("on") FROM contact AS k WHERE k."case" = c.id AND k.contactMade = 1)
    AS firstContactOn,
  (SELECT min(until) FROM (
    SELECT max(ifnull(s.expires, '2999-12-31')) AS until FROM consent AS s
    WHERE s."case" = c.id AND s.status = 'given' AND s.scope = 'receiving_support'
    UNION ALL
    SELECT max(ifnull(s.expires, '2999-12-31')) FROM consent AS s
    WHERE s."case" = c.id AND s.status = 'given' AND s.scope = 'collection_and_use')
    HAVING count(until) = 2) AS consentedUntil
FROM "case" AS c;

-- The moves that were taken back. They are few: found from what took them back, and once for all records.
CREATE VIEW undoneMove AS
SELECT m.sequence FROM journal AS u
CROSS JOIN statusMove AS m ON m.recordKind = u.recordKind AND m.record = u.record
CROSS JOIN journal AS j ON j.sequence = m.sequence AND j.step = u.undoes
WHERE u.undoes IS NOT NULL;

-- When a case was first closed.
CREATE VIEW caseClosing AS
SELECT c.id,
  CASE WHEN c.reopenedCount IS NULL THEN c.closedOn ELSE (
    SELECT min(m.day) FROM statusMove AS m
    WHERE m.recordKind = 'case' AND m.record = c.id AND m.status = 'closed' AND m.undoes IS NULL
      AND m.sequence NOT IN (SELECT sequence FROM undoneMove)) END AS firstClosedOn
FROM "case" AS c;

-- How far a placement has come at most, a step for each stage of the path: by what the journal says
-- up to an offer, and by the days from then on, which a step back takes away.
CREATE VIEW placementStep AS
SELECT p.id, max(
  CASE p.stage
    WHEN 'prospect' THEN 0 WHEN 'work_permission_check' THEN 1
    WHEN 'consent_to_introduce' THEN 2 WHEN 'cv_preparation' THEN 3
    WHEN 'cv_screening' THEN 4 WHEN 'first_interview' THEN 5 WHEN 'second_interview' THEN 6
    WHEN 'trial' THEN 7 WHEN 'final_interview' THEN 8 WHEN 'offer' THEN 9
    WHEN 'offer_accepted' THEN 10 WHEN 'change_of_status_applied' THEN 11
    WHEN 'change_of_status_granted' THEN 12 WHEN 'started' THEN 13
    WHEN 'retention_support' THEN 14 WHEN 'retained' THEN 15 ELSE 0 END,
  CASE WHEN p.startedOn IS NOT NULL THEN 13
    WHEN p.statusResult = 'granted' THEN 12
    WHEN p.offerAcceptedOn IS NOT NULL THEN 10 ELSE 0 END,
  ifnull((
    SELECT max(CASE m.status
      WHEN 'prospect' THEN 0 WHEN 'work_permission_check' THEN 1
      WHEN 'consent_to_introduce' THEN 2 WHEN 'cv_preparation' THEN 3
      WHEN 'cv_screening' THEN 4 WHEN 'first_interview' THEN 5 WHEN 'second_interview' THEN 6
      WHEN 'trial' THEN 7 WHEN 'final_interview' THEN 8 WHEN 'offer' THEN 9 ELSE 0 END)
    FROM statusMove AS m
    WHERE m.recordKind = 'placement' AND m.record = p.id AND m.undoes IS NULL
      AND m.sequence NOT IN (SELECT sequence FROM undoneMove)), 0)) AS step
FROM placement AS p;

-- The course of a placement: the stage it reached at most; since when the person was accompanied to
-- it; the days six and twelve months after the first day of work, clipped to the end of a shorter
-- month, and whether the person was still there.
CREATE VIEW placementCourse AS
SELECT p.id,
  (SELECT CASE s.step
    WHEN 0 THEN 'prospect' WHEN 1 THEN 'work_permission_check' WHEN 2
    THEN 'consent_to_introduce' WHEN 3 THEN 'cv_preparation' WHEN 4 THEN 'cv_screening'
    WHEN 5 THEN 'first_interview' WHEN 6 THEN 'second_interview' WHEN 7 THEN 'trial' WHEN 8
    THEN 'final_interview' WHEN 9 THEN 'offer' WHEN 10 THEN 'offer_accepted' WHEN 11
    THEN 'change_of_status_applied' WHEN 12 THEN 'change_of_status_granted' WHEN 13
    THEN 'started' WHEN 14 THEN 'retention_support' WHEN 15 THEN 'retained' END
    FROM placementStep AS s WHERE s.id = p.id) AS reached,
  min(p."on", ifnull((
    SELECT min(d."on") FROM candidate AS d WHERE d."case" = p."case"), p."on")) AS accompaniedFrom,
  min(date(p.startedOn, '+6 months'), date(p.startedOn, 'start of month', '+7 months', '-1 day'))
    AS dueIn6,
  min(date(p.startedOn, '+12 months'),
    date(p.startedOn, 'start of month', '+13 months', '-1 day')) AS dueIn12,
  CASE WHEN p.startedOn IS NULL THEN NULL
    WHEN p.endedOn >= min(date(p.startedOn, '+6 months'),
      date(p.startedOn, 'start of month', '+7 months', '-1 day')) THEN 'kept'
    WHEN p.endedOn IS NULL AND (p.isOpen = 1 OR p.stage = 'retained') THEN 'kept'
    ELSE 'left' END AS stayed6,
  CASE WHEN p.startedOn IS NULL THEN NULL
    WHEN p.endedOn >= min(date(p.startedOn, '+12 months'),
      date(p.startedOn, 'start of month', '+13 months', '-1 day')) THEN 'kept'
    WHEN p.endedOn IS NULL AND (p.isOpen = 1 OR p.stage = 'retained') THEN 'kept'
    ELSE 'left' END AS stayed12
FROM placement AS p;

-- The next views hold their records whole, with a column beside them: numbers read them in the place
-- of the table.

-- The morning on which a stay is left, one night at least; nothing where no end is known.
CREATE VIEW stayCourse AS
SELECT *, max("end", date(start, '+1 day')) AS leaves FROM homestay;

-- Whether no later row corrects a row of the procedure.
CREATE VIEW procedureStanding AS
SELECT p.*, NOT EXISTS (SELECT 1 FROM procedure AS c WHERE c.corrects = p.id) AS stands
FROM procedure AS p;

-- Whether what was due was done by its day.
CREATE VIEW deadlineOutcome AS
SELECT *, CASE WHEN done IS NULL THEN 'open' WHEN done <= date THEN 'kept' ELSE 'late' END
  AS outcome FROM deadline;
CREATE VIEW followupOutcome AS
SELECT *, CASE WHEN done IS NULL THEN 'open' WHEN done <= due THEN 'kept' ELSE 'late' END
  AS kept FROM followup;

-- Whether somebody with a refugee background came to a gathering.
CREATE VIEW salonMeeting AS
SELECT s.id, ifnull(s.headcountRefugees, 0) > 0 OR EXISTS (
  SELECT 1 FROM attendance AS a
  WHERE a.salon = s.id AND +a.result = 'attended'
    AND a.personRole = 'person_with_refugee_background') AS metRefugee
FROM salon AS s;

-- Whether a donation counts for the donor test of a certified NPO: the household gave 3,000 yen or more
-- in the fiscal year, not for a return, is known by name and address and holds no officer. A household
-- is called by the supporter that the others refer to.
CREATE VIEW donationTest AS
SELECT d.id, ifnull(s.sameHousehold, s.id) AS household,
  d.isForReturn = 0 AND s.addressKnown = 1
  AND NOT EXISTS (
    SELECT 1 FROM supporter AS o
    WHERE (o.id = ifnull(s.sameHousehold, s.id) OR o.sameHousehold = ifnull(s.sameHousehold, s.id))
      AND o.isOfficer = 1)
  AND (
    SELECT total(e.amount) FROM supporter AS m JOIN donation AS e ON e.supporter = m.id
    WHERE (m.id = ifnull(s.sameHousehold, s.id) OR m.sameHousehold = ifnull(s.sameHousehold, s.id))
      AND e.isForReturn = 0
      AND strftime('%Y', e."on", 'start of month', '-' || (g.fiscalYearStart - 1) || ' months')
        = strftime('%Y', d."on", 'start of month', '-' || (g.fiscalYearStart - 1) || ' months')
    ) >= 3000 AS countsForTest
FROM donation AS d JOIN supporter AS s ON s.id = d.supporter JOIN organisation AS g ON g.id = 1;
