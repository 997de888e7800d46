-- The registers around the case: local governments, supporters, pledges, programmes and what belongs
-- to them. Frozen once released, like every file here.
--
-- The identity of a record, and the indexes that its list is read along, follow from its description:
-- the program makes them when it opens the store, here as for every kind.

-- Groups of several organisations.
CREATE TABLE workinggroup (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  partner INTEGER REFERENCES partner (id),
  topic TEXT, members INTEGER,
  startedOn TEXT CHECK (startedOn IS date(startedOn, '+0 days')),
  endedOn TEXT CHECK (endedOn IS date(endedOn, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;

-- Local governments and what they offer.
CREATE TABLE municipality (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  prefecture TEXT, contactDesk TEXT, offers TEXT, languages TEXT, phone TEXT, email TEXT,
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  notes TEXT
) STRICT;

-- Drives for new members.
CREATE TABLE campaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT NOT NULL CHECK ("end" IS date("end", '+0 days')),
  goal INTEGER NOT NULL, joined INTEGER, monthlyValue INTEGER,
  closedOn TEXT CHECK (closedOn IS date(closedOn, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (closedOn IS NULL) VIRTUAL
) STRICT;

-- Who gives money.
CREATE TABLE supporter (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('applied', 'active', 'paused', 'left')),
  type TEXT NOT NULL CHECK (type IN ('individual', 'company', 'organisation')),
  monthlyAmount INTEGER,
  joinedOn TEXT CHECK (joinedOn IS date(joinedOn, '+0 days')),
  leftOn TEXT CHECK (leftOn IS date(leftOn, '+0 days')),
  campaign INTEGER REFERENCES campaign (id),
  addressKnown INTEGER NOT NULL CHECK (addressKnown IN (0, 1)),
  isOfficer INTEGER NOT NULL CHECK (isOfficer IN (0, 1)),
  sameHousehold INTEGER REFERENCES supporter (id),
  phone TEXT, email TEXT, notes TEXT
) STRICT;

-- Money that somebody gave.
CREATE TABLE donation (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  supporter INTEGER NOT NULL REFERENCES supporter (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  amount INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('monthly', 'one_off', 'legacy')),
  campaign INTEGER REFERENCES campaign (id),
  isForReturn INTEGER NOT NULL CHECK (isForReturn IN (0, 1)),
  notes TEXT
) STRICT;

-- Pledges to the Global Refugee Forum, and what was told of them.
CREATE TABLE pledge (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  nameEnglish TEXT,
  partner INTEGER REFERENCES partner (id),
  objective TEXT CHECK (objective IN (
    'easing_pressure_on_host_countries', 'enhancing_refugee_self_reliance',
    'expanding_third_country_solutions', 'safe_and_dignified_return')),
  stage TEXT NOT NULL CHECK (stage IN (
    'planning', 'in_progress', 'fulfilled', 'stalled', 'withdrawn')),
  participation TEXT CHECK (participation IN ('none', 'consulted', 'co_designed', 'led')),
  committed INTEGER, disbursed INTEGER,
  currency TEXT CHECK (currency IN ('JPY', 'USD', 'EUR', 'GBP', 'CHF', 'KRW')),
  pledgedOn TEXT CHECK (pledgedOn IS date(pledgedOn, '+0 days')),
  firstYear INTEGER, lastYear INTEGER,
  owner INTEGER REFERENCES staff (id),
  updatedOn TEXT CHECK (updatedOn IS date(updatedOn, '+0 days')),
  updateDue TEXT CHECK (updateDue IS date(updateDue, '+0 days')),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (stage NOT IN ('fulfilled', 'withdrawn')) VIRTUAL
) STRICT;

CREATE TABLE pledgeupdate (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  pledge INTEGER NOT NULL REFERENCES pledge (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  stage TEXT CHECK (stage IN ('planning', 'in_progress', 'fulfilled', 'stalled', 'withdrawn')),
  participation TEXT CHECK (participation IN ('none', 'consulted', 'co_designed', 'led')),
  disbursed INTEGER, reporter TEXT,
  salon INTEGER REFERENCES salon (id),
  progress TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id)
) STRICT;

-- Programmes with their money, and what they are to do where.
CREATE TABLE fundedprogramme (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('self_operated', 'grant', 'commissioned', 'other')),
  funder INTEGER REFERENCES partner (id),
  year INTEGER, years INTEGER,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  budget INTEGER, spent INTEGER, planned INTEGER, done INTEGER,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  programme INTEGER NOT NULL REFERENCES fundedprogramme (id),
  name TEXT NOT NULL, city TEXT NOT NULL, prefecture TEXT,
  planned INTEGER NOT NULL, doneElsewhere INTEGER, done INTEGER,
  until TEXT CHECK (until IS date(until, '+0 days')),
  notes TEXT
) STRICT;

-- Grants that this organisation gives, and the reports due about grants.
CREATE TABLE "grant" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  partner INTEGER NOT NULL REFERENCES partner (id),
  purpose TEXT CHECK (purpose IN (
    'humanitarian', 'self_reliance', 'education', 'employment', 'other')),
  amount INTEGER NOT NULL,
  decidedOn TEXT NOT NULL CHECK (decidedOn IS date(decidedOn, '+0 days')),
  start TEXT CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  programme INTEGER REFERENCES fundedprogramme (id),
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;

CREATE TABLE grantreport (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
  type TEXT NOT NULL CHECK (type IN ('interim', 'final', 'accounts')),
  "grant" INTEGER REFERENCES "grant" (id),
  programme INTEGER REFERENCES fundedprogramme (id),
  done TEXT CHECK (done IS date(done, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (done IS NULL) VIRTUAL,
  CHECK (("grant" IS NULL) <> (programme IS NULL))
) STRICT;

-- Surveys and journeys.
CREATE TABLE survey (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  programme INTEGER REFERENCES fundedprogramme (id),
  partner INTEGER REFERENCES partner (id),
  instrument TEXT, target TEXT,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  sample INTEGER, countries TEXT, findings TEXT,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;

CREATE TABLE mission (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  purpose TEXT NOT NULL,
  programme INTEGER REFERENCES fundedprogramme (id),
  partner INTEGER REFERENCES partner (id),
  country TEXT NOT NULL, city TEXT,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  travellers TEXT, cost INTEGER, findings TEXT,
  owner INTEGER REFERENCES staff (id)
) STRICT;

-- The parts of a gathering, and what was said there.
CREATE TABLE eventsession (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  salon INTEGER NOT NULL REFERENCES salon (id),
  title TEXT NOT NULL,
  begins TEXT CHECK (begins IS strftime('%H:%M', begins)),
  ends TEXT CHECK (ends IS strftime('%H:%M', ends)),
  speakers TEXT, languages TEXT, notes TEXT
) STRICT;

CREATE TABLE voice (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  salon INTEGER NOT NULL REFERENCES salon (id),
  topic TEXT NOT NULL, words TEXT NOT NULL, barriers TEXT, language TEXT
) STRICT;

-- Stories of hires that may be told.
CREATE TABLE story (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  placement INTEGER REFERENCES placement (id),
  title TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'approved', 'published', 'withdrawn')),
  publishedOn TEXT CHECK (publishedOn IS date(publishedOn, '+0 days')),
  place TEXT, body TEXT,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;

-- What others and we learned from each other, and told the public.
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  partner INTEGER NOT NULL REFERENCES partner (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  topic TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('shared', 'learned', 'mutual')),
  country TEXT,
  salon INTEGER REFERENCES salon (id),
  learned TEXT,
  owner INTEGER REFERENCES staff (id)
) STRICT;

CREATE TABLE outreach (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  type TEXT NOT NULL CHECK (type IN (
    'lecture', 'school', 'music', 'exhibition', 'media', 'field_visit', 'other')),
  partner INTEGER REFERENCES partner (id),
  prefecture TEXT, reached INTEGER,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;

-- Time that volunteers gave.
CREATE TABLE volunteerwork (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  minutes INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('activity', 'training')),
  role TEXT CHECK (role IN (
    'mentor', 'career_counsellor', 'japanese_tutor', 'interpreter', 'translator',
    'accompaniment', 'company_outreach', 'salon_host', 'host_family', 'it_trainer',
    'goods_sorting', 'lawyer', 'administrative_scrivener', 'labour_attorney',
    'health_professional', 'psychologist', 'monitoring_supervisor')),
  salon INTEGER REFERENCES salon (id),
  notes TEXT
) STRICT;

-- What else was to be said of what there was already.
ALTER TABLE partner ADD COLUMN roles TEXT;
ALTER TABLE "case" ADD COLUMN barriers TEXT;
ALTER TABLE placement ADD COLUMN barriers TEXT;
ALTER TABLE candidate ADD COLUMN training TEXT;
ALTER TABLE residence ADD COLUMN detainedAt TEXT;
ALTER TABLE residence ADD COLUMN alternative TEXT CHECK (alternative IN (
    'provisional_release', 'monitoring_measures', 'provisional_stay', 'community_shelter', 'other'));
ALTER TABLE residence ADD COLUMN alternativeOn TEXT
  CHECK (alternativeOn IS date(alternativeOn, '+0 days'));
ALTER TABLE salon ADD COLUMN activity INTEGER REFERENCES activity (id);
ALTER TABLE salon ADD COLUMN workingGroup INTEGER REFERENCES workinggroup (id);
ALTER TABLE salon ADD COLUMN headcountParliamentarians INTEGER;
ALTER TABLE salon ADD COLUMN headcountOrganisations INTEGER;
ALTER TABLE volunteer ADD COLUMN minutes INTEGER;
ALTER TABLE volunteer ADD COLUMN lastActiveOn TEXT
  CHECK (lastActiveOn IS date(lastActiveOn, '+0 days'));
ALTER TABLE volunteer ADD COLUMN trainedOn TEXT CHECK (trainedOn IS date(trainedOn, '+0 days'));

DROP TRIGGER salonRecounted;
CREATE TRIGGER salonRecounted AFTER UPDATE OF headcountRefugees, headcountCitizens,
  headcountVolunteers, headcountCompanies, headcountGovernment, headcountParliamentarians,
  headcountOrganisations, headcountStaff ON salon
BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = NEW.id)
  WHERE id = NEW.id;
END;

-- Who joined by a campaign, and what those who stayed give every month.
CREATE TRIGGER supporterAdded AFTER INSERT ON supporter BEGIN
  UPDATE campaign SET (joined, monthlyValue) = (
    SELECT sum(s.status <> 'applied'), ifnull(sum(s.monthlyAmount * (s.status = 'active')), 0)
    FROM supporter AS s WHERE s.campaign = campaign.id)
  WHERE id IN (NEW.campaign);
END;
CREATE TRIGGER supporterChanged AFTER UPDATE OF campaign, status, monthlyAmount ON supporter BEGIN
  UPDATE campaign SET (joined, monthlyValue) = (
    SELECT sum(s.status <> 'applied'), ifnull(sum(s.monthlyAmount * (s.status = 'active')), 0)
    FROM supporter AS s WHERE s.campaign = campaign.id)
  WHERE id IN (OLD.campaign, NEW.campaign);
END;
CREATE TRIGGER supporterRemoved AFTER DELETE ON supporter BEGIN
  UPDATE campaign SET (joined, monthlyValue) = (
    SELECT sum(s.status <> 'applied'), ifnull(sum(s.monthlyAmount * (s.status = 'active')), 0)
    FROM supporter AS s WHERE s.campaign = campaign.id)
  WHERE id IN (OLD.campaign);
END;

-- When a pledge was told of last, and the day six months after it: the last of the month where that
-- month is shorter.
CREATE TRIGGER pledgeupdateAdded AFTER INSERT ON pledgeupdate BEGIN
  UPDATE pledge SET updatedOn = (SELECT max(u."on") FROM pledgeupdate AS u WHERE u.pledge = pledge.id)
  WHERE id IN (NEW.pledge);
END;
CREATE TRIGGER pledgeupdateChanged AFTER UPDATE OF pledge, "on" ON pledgeupdate BEGIN
  UPDATE pledge SET updatedOn = (SELECT max(u."on") FROM pledgeupdate AS u WHERE u.pledge = pledge.id)
  WHERE id IN (OLD.pledge, NEW.pledge);
END;
CREATE TRIGGER pledgeupdateRemoved AFTER DELETE ON pledgeupdate BEGIN
  UPDATE pledge SET updatedOn = (SELECT max(u."on") FROM pledgeupdate AS u WHERE u.pledge = pledge.id)
  WHERE id IN (OLD.pledge);
END;
CREATE TRIGGER pledgeBegun AFTER INSERT ON pledge BEGIN
  UPDATE pledge SET updateDue = min(
    date(ifnull(updatedOn, pledgedOn), '+6 months'),
    date(ifnull(updatedOn, pledgedOn), 'start of month', '+7 months', '-1 day'))
  WHERE id = NEW.id;
END;
CREATE TRIGGER pledgeTold AFTER UPDATE OF pledgedOn, updatedOn ON pledge BEGIN
  UPDATE pledge SET updateDue = min(
    date(ifnull(updatedOn, pledgedOn), '+6 months'),
    date(ifnull(updatedOn, pledgedOn), 'start of month', '+7 months', '-1 day'))
  WHERE id = NEW.id;
END;

-- How often an activity was done: by the gatherings held for it, and elsewhere; and of a programme all
-- its activities.
CREATE TRIGGER salonActivityAdded AFTER INSERT ON salon BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id IN (NEW.activity);
END;
CREATE TRIGGER salonActivityChanged AFTER UPDATE OF activity, status ON salon BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id IN (OLD.activity, NEW.activity);
END;
CREATE TRIGGER salonActivityRemoved AFTER DELETE ON salon BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id IN (OLD.activity);
END;
CREATE TRIGGER activityPlanned AFTER INSERT ON activity BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id = NEW.id;
END;
CREATE TRIGGER activityCounted AFTER UPDATE OF doneElsewhere ON activity BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id = NEW.id;
END;
CREATE TRIGGER activityAdded AFTER INSERT ON activity BEGIN
  UPDATE fundedprogramme SET (planned, done) = (
    SELECT sum(a.planned), sum(a.done) FROM activity AS a WHERE a.programme = fundedprogramme.id)
  WHERE id IN (NEW.programme);
END;
CREATE TRIGGER activityChanged AFTER UPDATE OF programme, planned, done ON activity BEGIN
  UPDATE fundedprogramme SET (planned, done) = (
    SELECT sum(a.planned), sum(a.done) FROM activity AS a WHERE a.programme = fundedprogramme.id)
  WHERE id IN (OLD.programme, NEW.programme);
END;
CREATE TRIGGER activityRemoved AFTER DELETE ON activity BEGIN
  UPDATE fundedprogramme SET (planned, done) = (
    SELECT sum(a.planned), sum(a.done) FROM activity AS a WHERE a.programme = fundedprogramme.id)
  WHERE id IN (OLD.programme);
END;

-- The time a volunteer gave, when they gave some last, and when they were trained last.
CREATE TRIGGER volunteerworkAdded AFTER INSERT ON volunteerwork BEGIN
  UPDATE volunteer SET (minutes, lastActiveOn, trainedOn) = (
    SELECT sum(w.minutes * (w.type = 'activity')), max(CASE WHEN w.type = 'activity' THEN w."on" END),
      max(CASE WHEN w.type = 'training' THEN w."on" END)
    FROM volunteerwork AS w WHERE w.volunteer = volunteer.id)
  WHERE id IN (NEW.volunteer);
END;
CREATE TRIGGER volunteerworkChanged AFTER UPDATE OF volunteer, "on", minutes, type ON volunteerwork BEGIN
  UPDATE volunteer SET (minutes, lastActiveOn, trainedOn) = (
    SELECT sum(w.minutes * (w.type = 'activity')), max(CASE WHEN w.type = 'activity' THEN w."on" END),
      max(CASE WHEN w.type = 'training' THEN w."on" END)
    FROM volunteerwork AS w WHERE w.volunteer = volunteer.id)
  WHERE id IN (OLD.volunteer, NEW.volunteer);
END;
CREATE TRIGGER volunteerworkRemoved AFTER DELETE ON volunteerwork BEGIN
  UPDATE volunteer SET (minutes, lastActiveOn, trainedOn) = (
    SELECT sum(w.minutes * (w.type = 'activity')), max(CASE WHEN w.type = 'activity' THEN w."on" END),
      max(CASE WHEN w.type = 'training' THEN w."on" END)
    FROM volunteerwork AS w WHERE w.volunteer = volunteer.id)
  WHERE id IN (OLD.volunteer);
END;

-- Numbers: the month with which the organisation's fiscal year begins (April for many, July for
-- some).
ALTER TABLE organisation ADD COLUMN fiscalYearStart INTEGER NOT NULL DEFAULT 4
  CHECK (fiscalYearStart BETWEEN 1 AND 12);

-- What an indicator had come to before the program was there.
CREATE TABLE baseline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  indicator TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0),
  upTo TEXT NOT NULL CHECK (upTo IS date(upTo, '+0 days')),
  source TEXT,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16)
) STRICT;
-- Who belongs to a household, for the donor test.
CREATE INDEX supporterBySameHousehold ON supporter (sameHousehold)
  WHERE sameHousehold IS NOT NULL;

-- Every support that was given and every contact that was made, one below the other: who was
-- supported in a period, how often, by which way. Kept by the database; a service has the even ids,
-- a contact the odd ones.
CREATE TABLE supportentry (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  entryType TEXT NOT NULL CHECK (entryType IN ('service', 'contact')),
  serviceType TEXT CHECK (serviceType IN (
    'housing', 'emergency_shelter', 'food_goods', 'medical', 'psychosocial', 'legal',
    'employment', 'language', 'education', 'accompaniment', 'interpreting', 'financial',
    'community')),
  medium TEXT CHECK (medium IN (
    'in_person', 'phone', 'online', 'message', 'email', 'visit', 'accompaniment')),
  staff INTEGER REFERENCES staff (id)
) STRICT;
INSERT INTO supportentry (id, "on", "case", entryType, serviceType, medium, staff)
SELECT id * 2, "on", "case", 'service', serviceType, NULL, staff
FROM service
UNION ALL
SELECT id * 2 + 1, "on", "case", 'contact', NULL, medium, staff FROM contact WHERE contactMade = 1;
CREATE INDEX supportentryByOn ON supportentry ("on");
CREATE INDEX supportentryByCaseAndOn ON supportentry ("case", "on");
CREATE INDEX supportentryByServiceTypeAndOn ON supportentry (serviceType, "on");
CREATE TRIGGER supportOfService AFTER INSERT ON service BEGIN
  INSERT INTO supportentry (id, "on", "case", entryType, serviceType, staff)
  VALUES (NEW.id * 2, NEW."on", NEW."case", 'service', NEW.serviceType, NEW.staff);
END;
CREATE TRIGGER supportOfServiceChanged
AFTER UPDATE OF "on", "case", serviceType, staff ON service BEGIN
  UPDATE supportentry SET "on" = NEW."on", "case" = NEW."case", serviceType = NEW.serviceType,
    staff = NEW.staff
  WHERE id = NEW.id * 2;
END;
CREATE TRIGGER supportOfServiceGone AFTER DELETE ON service BEGIN
  DELETE FROM supportentry WHERE id = OLD.id * 2;
END;
CREATE TRIGGER supportOfContact AFTER INSERT ON contact WHEN NEW.contactMade = 1 BEGIN
  INSERT INTO supportentry (id, "on", "case", entryType, medium, staff)
  VALUES (NEW.id * 2 + 1, NEW."on", NEW."case", 'contact', NEW.medium, NEW.staff);
END;
CREATE TRIGGER supportOfContactChanged
AFTER UPDATE OF "on", "case", medium, staff, contactMade ON contact BEGIN
  DELETE FROM supportentry WHERE id = NEW.id * 2 + 1;
  INSERT INTO supportentry (id, "on", "case", entryType, medium, staff)
  SELECT NEW.id * 2 + 1, NEW."on", NEW."case", 'contact', NEW.medium, NEW.staff
  WHERE NEW.contactMade = 1;
END;
CREATE TRIGGER supportOfContactGone AFTER DELETE ON contact BEGIN
  DELETE FROM supportentry WHERE id = OLD.id * 2 + 1;
END;

-- The scores of the assessments, one below the other. Kept by the database: of each assessment the
-- sixteen ids from sixteen times its own.
CREATE TABLE needscore (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  need INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  domain TEXT NOT NULL CHECK (domain IN (
    'housing', 'income', 'food', 'health', 'mental_health', 'japanese', 'legal', 'employment',
    'education', 'family', 'safety', 'social_connection', 'paperwork', 'transport')),
  score TEXT NOT NULL CHECK (score IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  isFirst INTEGER NOT NULL DEFAULT 0 CHECK (isFirst IN (0, 1)),
  isLatest INTEGER NOT NULL DEFAULT 0 CHECK (isLatest IN (0, 1))
) STRICT;
INSERT INTO needscore (id, "on", "case", need, domain, score)
SELECT id, "on", "case", need, domain, score FROM (
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
SELECT id * 16 + 13, "on", "case", id, 'transport', transport FROM need)
WHERE score IS NOT NULL;
CREATE INDEX needscoreByOn ON needscore ("on");
CREATE INDEX needscoreByCaseAndOn ON needscore ("case", "on");
CREATE INDEX needscoreByNeedAndOn ON needscore (need, "on");
CREATE INDEX needscoreByDomainAndOn ON needscore (domain, "on");
UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1);
CREATE TRIGGER needScores AFTER INSERT ON need BEGIN
  INSERT INTO needscore (id, "on", "case", need, domain, score)
  SELECT id, "on", "case", need, domain, score FROM needScored
  WHERE need = NEW.id AND score IS NOT NULL;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE "case" = NEW."case";
END;
CREATE TRIGGER needScoresChanged AFTER UPDATE ON need BEGIN
  DELETE FROM needscore WHERE need = NEW.id;
  INSERT INTO needscore (id, "on", "case", need, domain, score)
  SELECT id, "on", "case", need, domain, score FROM needScored
  WHERE need = NEW.id AND score IS NOT NULL;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE "case" IN (OLD."case", NEW."case");
END;
CREATE TRIGGER needScoresGone AFTER DELETE ON need BEGIN
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE "case" = OLD."case";
END;

-- The lists that people keep under a name.
CREATE TABLE savedview (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  listed TEXT NOT NULL,
  words TEXT,
  sort TEXT,
  isShared INTEGER NOT NULL DEFAULT 0 CHECK (isShared IN (0, 1)),
  isRemoved INTEGER NOT NULL DEFAULT 0 CHECK (isRemoved IN (0, 1)),
  owner INTEGER NOT NULL REFERENCES staff (id),
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16)
) STRICT;
