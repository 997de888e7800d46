-- Facts that deadlines of law count from, and the statuses of residence that were "other" before.
-- Frozen once released, like every file here.

ALTER TABLE person ADD COLUMN birthCountry TEXT;

ALTER TABLE document ADD COLUMN lostOn TEXT CHECK (lostOn IS date(lostOn, '+0 days'));
ALTER TABLE document ADD COLUMN changedOn TEXT CHECK (changedOn IS date(changedOn, '+0 days'));

ALTER TABLE procedure ADD COLUMN newMaterialOn TEXT
  CHECK (newMaterialOn IS date(newMaterialOn, '+0 days'));
ALTER TABLE procedure ADD COLUMN judgmentServedOn TEXT
  CHECK (judgmentServedOn IS date(judgmentServedOn, '+0 days'));

ALTER TABLE residence ADD COLUMN findingNotifiedOn TEXT
  CHECK (findingNotifiedOn IS date(findingNotifiedOn, '+0 days'));
ALTER TABLE residence ADD COLUMN hearingRequestedOn TEXT
  CHECK (hearingRequestedOn IS date(hearingRequestedOn, '+0 days'));
ALTER TABLE residence ADD COLUMN rulingNotifiedOn TEXT
  CHECK (rulingNotifiedOn IS date(rulingNotifiedOn, '+0 days'));
ALTER TABLE residence ADD COLUMN objectionFiledOn TEXT
  CHECK (objectionFiledOn IS date(objectionFiledOn, '+0 days'));
ALTER TABLE residence ADD COLUMN supervisorEventOn TEXT
  CHECK (supervisorEventOn IS date(supervisorEventOn, '+0 days'));
ALTER TABLE residence ADD COLUMN organisationLeftOn TEXT
  CHECK (organisationLeftOn IS date(organisationLeftOn, '+0 days'));
ALTER TABLE residence ADD COLUMN organisationJoinedOn TEXT
  CHECK (organisationJoinedOn IS date(organisationJoinedOn, '+0 days'));
ALTER TABLE residence ADD COLUMN spouseEndedOn TEXT
  CHECK (spouseEndedOn IS date(spouseEndedOn, '+0 days'));

ALTER TABLE workpermission ADD COLUMN weeklyHours INTEGER;

-- A list of codes grows by a column in the place of the one before. What reads that one is made anew:
-- the views and the indexes by the program, the triggers below.
DROP TRIGGER residenceAdded;
DROP TRIGGER residenceChanged;
DROP TRIGGER residenceOfOtherCase;
DROP TRIGGER residenceRemoved;
DROP TRIGGER workpermissionAdded;
DROP TRIGGER workpermissionChanged;
DROP TRIGGER workpermissionOfOtherCase;
DROP TRIGGER workpermissionRemoved;
DROP VIEW residenceNow;
-- A store from before 020 has triggers that read these, and these only once
-- its views are made.
CREATE VIEW IF NOT EXISTS needScored AS
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
CREATE VIEW IF NOT EXISTS journal AS
SELECT r.sequence, r.step, r.at, w.word AS who, c.word AS command, k.word AS recordKind, r.record,
  r.version, r.undoes, r.hash, r.mac, r.uid
FROM journalRow AS r LEFT JOIN journalWord AS w ON w.id = r.who
  LEFT JOIN journalWord AS c ON c.id = r.command LEFT JOIN journalWord AS k ON k.id = r.kind;
DROP INDEX IF EXISTS residenceByStatusOfResidenceAndOn;
DROP INDEX IF EXISTS documentByTypeAndOn;
DROP INDEX IF EXISTS caseByStatusOfResidenceAndNumber;
DROP INDEX IF EXISTS caseByStatusOfResidenceAndNextActionDue;
DROP INDEX IF EXISTS caseByStatusOfResidenceAndOpened;
DROP INDEX IF EXISTS caseByStatusOfResidenceAndSortName;
DROP INDEX IF EXISTS caseByStatusOfResidenceAndSortNameInRoman;
DROP INDEX IF EXISTS caseByStatusOfResidenceAndStayExpires;
DELETE FROM derived WHERE name = 'tables';

ALTER TABLE residence ADD COLUMN statusKept TEXT NOT NULL DEFAULT 'other' CHECK (statusKept IN (
  'long_term_resident', 'designated_activities', 'permanent_resident',
  'engineer_specialist_in_humanities_international_services', 'specified_skilled_worker',
  'highly_skilled_professional', 'business_manager', 'technical_intern_training', 'student',
  'dependent', 'spouse_or_child_of_japanese_national', 'spouse_or_child_of_permanent_resident',
  'temporary_visitor', 'professor', 'artist', 'religious_activities', 'journalist',
  'legal_accounting_services', 'medical_services', 'researcher', 'instructor',
  'intra_company_transferee', 'nursing_care', 'entertainer', 'skilled_labor',
  'cultural_activities', 'trainee', 'employment_for_skill_development', 'other', 'none'));
UPDATE residence SET statusKept = statusOfResidence;
ALTER TABLE residence DROP COLUMN statusOfResidence;
ALTER TABLE residence RENAME COLUMN statusKept TO statusOfResidence;

ALTER TABLE "case" ADD COLUMN statusKept TEXT CHECK (statusKept IN (
  'long_term_resident', 'designated_activities', 'permanent_resident',
  'engineer_specialist_in_humanities_international_services', 'specified_skilled_worker',
  'highly_skilled_professional', 'business_manager', 'technical_intern_training', 'student',
  'dependent', 'spouse_or_child_of_japanese_national', 'spouse_or_child_of_permanent_resident',
  'temporary_visitor', 'professor', 'artist', 'religious_activities', 'journalist',
  'legal_accounting_services', 'medical_services', 'researcher', 'instructor',
  'intra_company_transferee', 'nursing_care', 'entertainer', 'skilled_labor',
  'cultural_activities', 'trainee', 'employment_for_skill_development', 'other', 'none'));
UPDATE "case" SET statusKept = statusOfResidence;
ALTER TABLE "case" DROP COLUMN statusOfResidence;
ALTER TABLE "case" RENAME COLUMN statusKept TO statusOfResidence;

ALTER TABLE document ADD COLUMN typeKept TEXT NOT NULL DEFAULT 'other' CHECK (typeKept IN (
  'residence_card', 'passport', 'designation_paper', 'certificate_of_refugee_recognition',
  'certificate_of_complementary_protection', 'refugee_travel_document',
  'certificate_of_provisional_release', 'certificate_of_provisional_stay',
  'certificate_of_temporary_refuge', 'reporting_date_notice', 'application_receipt',
  'permission_certificate', 'national_health_insurance', 'my_number', 'cv', 'certificate',
  'letter_of_guarantee', 'other'));
UPDATE document SET typeKept = type;
ALTER TABLE document DROP COLUMN type;
ALTER TABLE document RENAME COLUMN typeKept TO type;

CREATE TRIGGER residenceAdded AFTER INSERT ON residence BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = NEW."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = NEW."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER residenceChanged AFTER UPDATE ON residence BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = NEW."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = NEW."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER residenceOfOtherCase AFTER UPDATE OF "case" ON residence
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = OLD."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = OLD."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;
CREATE TRIGGER residenceRemoved AFTER DELETE ON residence BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = OLD."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = OLD."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;
CREATE TRIGGER workpermissionAdded AFTER INSERT ON workpermission BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER workpermissionChanged AFTER UPDATE ON workpermission BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER workpermissionOfOtherCase AFTER UPDATE OF "case" ON workpermission
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;
CREATE TRIGGER workpermissionRemoved AFTER DELETE ON workpermission BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;

CREATE INDEX caseByStatusOfResidenceAndNextActionDue
  ON "case" (statusOfResidence, ifnull(nextActionDue, x''))
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndOpened ON "case" (statusOfResidence, opened)
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndSortName
  ON "case" (statusOfResidence, ifnull(sortName, x''))
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndStayExpires
  ON "case" (statusOfResidence, ifnull(stayExpires, x''))
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndSortNameInRoman
  ON "case" (statusOfResidence, lower(ifnull(sortRoman, sortName)));
