-- The way to work: who looks for work, what a job asks, whom staff speak with at a company, the
-- limits of a permission, what pauses and what comes of a placement. Frozen once released, like
-- every file here.

CREATE TABLE candidate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  stage TEXT NOT NULL CHECK (stage IN (
    'registered', 'career_interview', 'in_training', 'job_ready', 'employed', 'paused',
    'found_job_independently', 'ended')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  occupations TEXT,
  skills TEXT,
  japaneseLevel TEXT CHECK (japaneseLevel IN (
    'n1', 'n2', 'n3', 'n4', 'n5', 'below_n5', 'unknown')),
  jlptScore INTEGER,
  cefr TEXT CHECK (cefr IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  english TEXT CHECK (english IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  education TEXT CHECK (education IN (
    'none', 'primary', 'lower_secondary', 'upper_secondary', 'vocational', 'bachelor', 'master',
    'doctorate')),
  experienceYears INTEGER,
  prefectures TEXT,
  employmentTypes TEXT,
  payMinimum INTEGER,
  wantsRemote INTEGER NOT NULL DEFAULT 0 CHECK (wantsRemote IN (0, 1)),
  startFrom TEXT CHECK (startFrom IS date(startFrom, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (
    stage NOT IN ('employed', 'paused', 'found_job_independently', 'ended')) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX candidateOnce ON candidate ("case");
CREATE INDEX candidateByOn ON candidate ("on");
CREATE INDEX candidateByCaseAndOn ON candidate ("case", "on");
CREATE INDEX candidateByStageAndOn ON candidate (stage, "on");
CREATE INDEX candidateByIsOpenAndOn ON candidate (isOpen, "on");

CREATE TABLE companycontact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  company INTEGER NOT NULL REFERENCES company (id),
  name TEXT NOT NULL,
  role TEXT,
  phone TEXT,
  email TEXT,
  lastSpokenOn TEXT CHECK (lastSpokenOn IS date(lastSpokenOn, '+0 days')),
  notes TEXT
) STRICT;
CREATE INDEX companycontactByName ON companycontact (name);
CREATE INDEX companycontactByCompanyAndName ON companycontact (company, name);
CREATE INDEX companycontactByCompanyAndLastSpokenOn
  ON companycontact (company, ifnull(lastSpokenOn, x''));

ALTER TABLE job ADD COLUMN cefr TEXT CHECK (cefr IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2'));
ALTER TABLE job ADD COLUMN english TEXT CHECK (english IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2'));
ALTER TABLE job ADD COLUMN levelIsMust INTEGER NOT NULL DEFAULT 0 CHECK (levelIsMust IN (0, 1));
ALTER TABLE job ADD COLUMN skills TEXT;
ALTER TABLE job ADD COLUMN weeklyHours INTEGER;
ALTER TABLE job ADD COLUMN colleagues INTEGER;
ALTER TABLE job ADD COLUMN conditions TEXT;

ALTER TABLE workpermission ADD COLUMN occupation TEXT;
ALTER TABLE workpermission ADD COLUMN until TEXT CHECK (until IS date(until, '+0 days'));

ALTER TABLE placement ADD COLUMN pausedOn TEXT CHECK (pausedOn IS date(pausedOn, '+0 days'));
ALTER TABLE placement ADD COLUMN pausedFor INTEGER REFERENCES placement (id);
ALTER TABLE placement ADD COLUMN statusResult TEXT CHECK (statusResult IN (
  'granted', 'refused'));
ALTER TABLE placement ADD COLUMN statusDecidedOn TEXT
  CHECK (statusDecidedOn IS date(statusDecidedOn, '+0 days'));
ALTER TABLE placement ADD COLUMN retentionCheckedOn TEXT
  CHECK (retentionCheckedOn IS date(retentionCheckedOn, '+0 days'));
CREATE INDEX placementByPausedFor ON placement (pausedFor) WHERE pausedFor IS NOT NULL;
CREATE INDEX placementByJobAndOn ON placement (job, "on");
CREATE INDEX placementByStatusResultAndOn ON placement (statusResult, "on");

-- The result of a change of status as far as the stage tells it; nobody knows its day any more.
UPDATE placement SET statusResult = 'granted' WHERE stage = 'change_of_status_granted';
UPDATE placement SET statusResult = 'refused' WHERE stage = 'change_of_status_refused';

-- A person has one open placement for a job, whichever of their cases it belongs to. What stands in
-- a store from before is left as it is. The program reads the two words of the message as a field
-- and a problem.
CREATE VIEW placementTwice AS
SELECT mine.id FROM placement AS mine
WHERE mine.isOpen = 1 AND EXISTS (
  SELECT 1 FROM placement AS other JOIN samePerson AS p ON p."case" = other."case"
  WHERE other.job = mine.job AND +other.isOpen = 1 AND other.id <> mine.id
    AND p.other = mine."case");
CREATE TRIGGER placementOnce AFTER INSERT ON placement WHEN NEW.job IS NOT NULL BEGIN
  SELECT raise(ABORT, 'job openPlacementThere') FROM placementTwice WHERE id = NEW.id;
END;
CREATE TRIGGER placementStillOnce AFTER UPDATE OF stage, job, "case" ON placement
WHEN NEW.job IS NOT NULL
  AND (NEW.job IS NOT OLD.job OR NEW."case" <> OLD."case" OR NEW.isOpen > OLD.isOpen)
BEGIN
  SELECT raise(ABORT, 'job openPlacementThere') FROM placementTwice WHERE id = NEW.id;
END;
