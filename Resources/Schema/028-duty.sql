-- Days of the deportation procedure after its last decision, what changed in an organisation, the
-- residence card with the functions of My Number, and what a municipality answered about public support.
-- Frozen once released, like every file here.

ALTER TABLE residence ADD COLUMN decisionNotifiedOn TEXT
  CHECK (decisionNotifiedOn IS date(decisionNotifiedOn, '+0 days'));
ALTER TABLE residence ADD COLUMN orderNotifiedOn TEXT
  CHECK (orderNotifiedOn IS date(orderNotifiedOn, '+0 days'));
ALTER TABLE residence ADD COLUMN lawsuitFiledOn TEXT
  CHECK (lawsuitFiledOn IS date(lawsuitFiledOn, '+0 days'));
ALTER TABLE residence ADD COLUMN organisationChangedOn TEXT
  CHECK (organisationChangedOn IS date(organisationChangedOn, '+0 days'));

ALTER TABLE municipality ADD COLUMN school TEXT CHECK (school IN ('yes', 'no', 'asks'));
ALTER TABLE municipality ADD COLUMN maternalHealth TEXT
  CHECK (maternalHealth IN ('yes', 'no', 'asks'));
ALTER TABLE municipality ADD COLUMN assistedDelivery TEXT
  CHECK (assistedDelivery IN ('yes', 'no', 'asks'));
ALTER TABLE municipality ADD COLUMN childAllowance TEXT
  CHECK (childAllowance IN ('yes', 'no', 'asks'));
ALTER TABLE municipality ADD COLUMN publicAssistance TEXT
  CHECK (publicAssistance IN ('yes', 'no', 'asks'));
ALTER TABLE municipality ADD COLUMN reports TEXT CHECK (reports IN ('yes', 'no', 'unclear'));

-- A list of codes grows by a column in the place of the one before (see 025, which took this view away;
-- the program makes it anew).
CREATE VIEW IF NOT EXISTS residenceNow AS
SELECT r."case", r.statusOfResidence, r.designatedActivityKind, r.stayBasis, r.expires, r."on",
  r.document, r.confirmedOn FROM residence AS r
WHERE r.id = (
  SELECT n.id FROM residence AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM residence AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);
DROP INDEX IF EXISTS documentByTypeAndOn;
DELETE FROM derived WHERE name = 'tables';
ALTER TABLE document ADD COLUMN typeKept TEXT NOT NULL DEFAULT 'other' CHECK (typeKept IN (
  'residence_card', 'specified_residence_card', 'passport', 'designation_paper',
  'certificate_of_refugee_recognition', 'certificate_of_complementary_protection',
  'refugee_travel_document', 'certificate_of_provisional_release',
  'certificate_of_provisional_stay', 'certificate_of_temporary_refuge', 'reporting_date_notice',
  'application_receipt', 'permission_certificate', 'national_health_insurance', 'my_number', 'cv',
  'certificate', 'letter_of_guarantee', 'other'));
UPDATE document SET typeKept = type;
ALTER TABLE document DROP COLUMN type;
ALTER TABLE document RENAME COLUMN typeKept TO type;
