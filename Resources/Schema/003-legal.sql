-- The legal axes, the papers they rest on, and the deadlines. Frozen once released, like every file
-- here.

CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  type TEXT NOT NULL CHECK (type IN (
    'residence_card', 'passport', 'designation_paper', 'certificate_of_refugee_recognition',
    'certificate_of_complementary_protection', 'refugee_travel_document',
    'certificate_of_provisional_release', 'certificate_of_provisional_stay',
    'reporting_date_notice', 'application_receipt', 'permission_certificate',
    'national_health_insurance', 'my_number', 'cv', 'certificate', 'letter_of_guarantee', 'other')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  numberEnding TEXT CHECK (length(numberEnding) <= 2),
  issuedOn TEXT CHECK (issuedOn IS date(issuedOn, '+0 days')),
  expiresOn TEXT CHECK (expiresOn IS date(expiresOn, '+0 days')),
  appearOn TEXT CHECK (appearOn IS date(appearOn, '+0 days')),
  seenBy INTEGER REFERENCES staff (id),
  keptAt TEXT,
  notes TEXT
) STRICT;
CREATE INDEX documentByOn ON document ("on");
CREATE INDEX documentByExpiresOn ON document (ifnull(expiresOn, x''));
CREATE INDEX documentByCaseAndOn ON document ("case", "on");
CREATE INDEX documentByTypeAndOn ON document (type, "on");

-- A row of an axis rests on a paper that somebody looked at on a day, or on nothing; a correction
-- is a row of its own. The row in force is the latest one that no other corrects.

CREATE TABLE supportcategory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  supportCategory TEXT NOT NULL CHECK (supportCategory IN (
    'recognized_refugee', 'person_under_complementary_protection', 'asylum_seeker',
    'humanitarian_status_holder', 'person_under_emergency_evacuation_measures', 'evacuee',
    'de_facto_refugee', 'resettled_refugee', 'family_member', 'other')),
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES supportcategory (id),
  notes TEXT,
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE INDEX supportcategoryByOn ON supportcategory ("on");
CREATE INDEX supportcategoryByCaseAndOn ON supportcategory ("case", "on");
CREATE INDEX supportcategoryBySupportCategoryAndOn ON supportcategory (supportCategory, "on");
CREATE INDEX supportcategoryByDocument ON supportcategory (document) WHERE document IS NOT NULL;
CREATE INDEX supportcategoryByCorrects ON supportcategory (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE procedure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  procedureStage TEXT NOT NULL CHECK (procedureStage IN (
    'none', 'app_refugee', 'app_comp', 'interview', 'granted_ref', 'granted_comp', 'denied_hum',
    'denied', 'denied_comp', 'appeal', 'appeal_ok', 'appeal_ng', 'lawsuit', 'reapply',
    'withdrawn')),
  notifiedOn TEXT CHECK (notifiedOn IS date(notifiedOn, '+0 days')),
  triageLetter TEXT CHECK (triageLetter IN (
    'a', 'b', 'c', 'd1', 'd2')),
  applicationNumber INTEGER,
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES procedure (id),
  notes TEXT,
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE INDEX procedureByOn ON procedure ("on");
CREATE INDEX procedureByCaseAndOn ON procedure ("case", "on");
CREATE INDEX procedureByProcedureStageAndOn ON procedure (procedureStage, "on");
CREATE INDEX procedureByDocument ON procedure (document) WHERE document IS NOT NULL;
CREATE INDEX procedureByCorrects ON procedure (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE residence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  statusOfResidence TEXT NOT NULL CHECK (statusOfResidence IN (
    'long_term_resident', 'designated_activities', 'permanent_resident',
    'engineer_specialist_in_humanities_international_services', 'specified_skilled_worker',
    'highly_skilled_professional', 'business_manager', 'technical_intern_training', 'student',
    'dependent', 'spouse_or_child_of_japanese_national', 'spouse_or_child_of_permanent_resident',
    'temporary_visitor', 'other', 'none')),
  designatedActivityKind TEXT CHECK (designatedActivityKind IN (
    'ra_2m', 'ra_3m', 'ra_6m_no', 'ra_6m_ok', 'em_mm_1y', 'em_mm_6m', 'em_sd', 'af', 'ua_1y',
    'hum_1y', 'dep', 'other')),
  stayBasis TEXT CHECK (stayBasis IN (
    'permission_for_provisional_stay', 'provisional_release',
    'monitoring_measures_before_deportation_order',
    'monitoring_measures_after_deportation_order', 'in_detention',
    'landing_permission_for_temporary_refuge', 'overstay')),
  periodMonths INTEGER,
  periodDays INTEGER,
  expires TEXT CHECK (expires IS date(expires, '+0 days')),
  renewalAppliedOn TEXT CHECK (renewalAppliedOn IS date(renewalAppliedOn, '+0 days')),
  renewalDecidedOn TEXT CHECK (renewalDecidedOn IS date(renewalDecidedOn, '+0 days')),
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES residence (id),
  notes TEXT,
  -- Kinds whose name says that work is permitted are known from a paper alone.
  CHECK (document IS NOT NULL OR ifnull(designatedActivityKind, '') NOT IN (
    'ra_6m_ok', 'em_mm_1y', 'em_mm_6m', 'em_sd', 'ua_1y')),
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE INDEX residenceByOn ON residence ("on");
CREATE INDEX residenceByExpires ON residence (ifnull(expires, x''));
CREATE INDEX residenceByCaseAndOn ON residence ("case", "on");
CREATE INDEX residenceByStatusOfResidenceAndOn ON residence (statusOfResidence, "on");
CREATE INDEX residenceByDocument ON residence (document) WHERE document IS NOT NULL;
CREATE INDEX residenceByCorrects ON residence (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE workpermission (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  workPermission TEXT NOT NULL CHECK (workPermission IN (
    'permitted_unrestricted', 'permitted_within_designation', 'part_time_permission',
    'permission_for_remunerated_activity', 'not_permitted', 'to_be_confirmed')),
  employer TEXT,
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES workpermission (id),
  notes TEXT,
  -- Nobody may work until somebody has seen a paper that says so.
  CHECK (workPermission = 'to_be_confirmed' OR document IS NOT NULL),
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE INDEX workpermissionByOn ON workpermission ("on");
CREATE INDEX workpermissionByCaseAndOn ON workpermission ("case", "on");
CREATE INDEX workpermissionByWorkPermissionAndOn ON workpermission (workPermission, "on");
CREATE INDEX workpermissionByDocument ON workpermission (document) WHERE document IS NOT NULL;
CREATE INDEX workpermissionByCorrects ON workpermission (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE owndeadline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  rule TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  due TEXT CHECK (due IS date(due, '+0 days')),
  done TEXT CHECK (done IS date(done, '+0 days')),
  countedFrom TEXT CHECK (countedFrom IS date(countedFrom, '+0 days')),
  staff INTEGER REFERENCES staff (id),
  reason TEXT
) STRICT;
CREATE INDEX owndeadlineByOn ON owndeadline ("on");
CREATE INDEX owndeadlineByCaseAndOn ON owndeadline ("case", "on");
CREATE INDEX owndeadlineByRuleAndOn ON owndeadline (rule, "on");

-- The deadlines of every case as the rules give them: derived, written anew in the transaction of
-- each change, and not in the journal.
CREATE TABLE deadline (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  "case" INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('computed', 'own', 'to_confirm')),
  doubts TEXT,
  computed TEXT CHECK (computed IS date(computed, '+0 days')),
  countedFrom TEXT NOT NULL CHECK (countedFrom IS date(countedFrom, '+0 days')),
  warnFrom TEXT NOT NULL CHECK (warnFrom IS date(warnFrom, '+0 days')),
  about TEXT NOT NULL,
  owner INTEGER REFERENCES staff (id),
  done TEXT CHECK (done IS date(done, '+0 days')),
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (done IS NULL) VIRTUAL
) STRICT;
CREATE INDEX deadlineByDate ON deadline (date);
CREATE INDEX deadlineByWarnFrom ON deadline (warnFrom);
CREATE INDEX deadlineByCaseAndDate ON deadline ("case", date);
CREATE INDEX deadlineByRuleAndDate ON deadline (rule, date);
CREATE INDEX deadlineByOwnerAndDate ON deadline (owner, date);
CREATE INDEX deadlineByIsOpenAndDate ON deadline (isOpen, date);
CREATE INDEX deadlineByIsOpenAndWarnFrom ON deadline (isOpen, warnFrom);

-- What stands on the case of its axes.

ALTER TABLE "case" ADD COLUMN supportCategory TEXT CHECK (supportCategory IN (
    'recognized_refugee', 'person_under_complementary_protection', 'asylum_seeker',
    'humanitarian_status_holder', 'person_under_emergency_evacuation_measures', 'evacuee',
    'de_facto_refugee', 'resettled_refugee', 'family_member', 'other'));
ALTER TABLE "case" ADD COLUMN supportCategoryConfirmed INTEGER NOT NULL DEFAULT 0
  CHECK (supportCategoryConfirmed IN (0, 1));
ALTER TABLE "case" ADD COLUMN procedureStage TEXT CHECK (procedureStage IN (
    'none', 'app_refugee', 'app_comp', 'interview', 'granted_ref', 'granted_comp', 'denied_hum',
    'denied', 'denied_comp', 'appeal', 'appeal_ok', 'appeal_ng', 'lawsuit', 'reapply',
    'withdrawn'));
ALTER TABLE "case" ADD COLUMN procedureConfirmed INTEGER NOT NULL DEFAULT 0
  CHECK (procedureConfirmed IN (0, 1));
ALTER TABLE "case" ADD COLUMN statusOfResidence TEXT CHECK (statusOfResidence IN (
    'long_term_resident', 'designated_activities', 'permanent_resident',
    'engineer_specialist_in_humanities_international_services', 'specified_skilled_worker',
    'highly_skilled_professional', 'business_manager', 'technical_intern_training', 'student',
    'dependent', 'spouse_or_child_of_japanese_national', 'spouse_or_child_of_permanent_resident',
    'temporary_visitor', 'other', 'none'));
ALTER TABLE "case" ADD COLUMN designatedActivityKind TEXT CHECK (designatedActivityKind IN (
    'ra_2m', 'ra_3m', 'ra_6m_no', 'ra_6m_ok', 'em_mm_1y', 'em_mm_6m', 'em_sd', 'af', 'ua_1y',
    'hum_1y', 'dep', 'other'));
ALTER TABLE "case" ADD COLUMN stayBasis TEXT CHECK (stayBasis IN (
    'permission_for_provisional_stay', 'provisional_release',
    'monitoring_measures_before_deportation_order',
    'monitoring_measures_after_deportation_order', 'in_detention',
    'landing_permission_for_temporary_refuge', 'overstay'));
ALTER TABLE "case" ADD COLUMN stayExpires TEXT CHECK (stayExpires IS date(stayExpires, '+0 days'));
ALTER TABLE "case" ADD COLUMN residenceConfirmed INTEGER NOT NULL DEFAULT 0
  CHECK (residenceConfirmed IN (0, 1));
ALTER TABLE "case" ADD COLUMN workPermission TEXT NOT NULL DEFAULT 'to_be_confirmed'
  CHECK (workPermission IN (
    'permitted_unrestricted', 'permitted_within_designation', 'part_time_permission',
    'permission_for_remunerated_activity', 'not_permitted', 'to_be_confirmed'));

CREATE INDEX caseByStayExpires ON "case" (ifnull(stayExpires, x''));
CREATE INDEX caseByStatusAndStayExpires ON "case" (status, ifnull(stayExpires, x''));
CREATE INDEX caseByOwnerAndStayExpires ON "case" (owner, ifnull(stayExpires, x''));
CREATE INDEX caseByIsOpenAndStayExpires ON "case" (isOpen, ifnull(stayExpires, x''));
CREATE INDEX caseBySupportCategoryAndNumber ON "case" (supportCategory, ifnull(number, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndNextActionDue
  ON "case" (supportCategory, ifnull(nextActionDue, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndOpened ON "case" (supportCategory, opened)
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndSortName ON "case" (supportCategory, ifnull(sortName, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndStayExpires
  ON "case" (supportCategory, ifnull(stayExpires, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseByProcedureStageAndNumber ON "case" (procedureStage, ifnull(number, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndNextActionDue
  ON "case" (procedureStage, ifnull(nextActionDue, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndOpened ON "case" (procedureStage, opened)
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndSortName ON "case" (procedureStage, ifnull(sortName, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndStayExpires
  ON "case" (procedureStage, ifnull(stayExpires, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndNumber ON "case" (statusOfResidence, ifnull(number, x''))
  WHERE statusOfResidence IS NOT NULL;
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
CREATE INDEX caseByWorkPermissionAndNumber ON "case" (workPermission, ifnull(number, x''));
CREATE INDEX caseByWorkPermissionAndNextActionDue
  ON "case" (workPermission, ifnull(nextActionDue, x''));
CREATE INDEX caseByWorkPermissionAndOpened ON "case" (workPermission, opened);
CREATE INDEX caseByWorkPermissionAndSortName ON "case" (workPermission, ifnull(sortName, x''));
CREATE INDEX caseByWorkPermissionAndStayExpires
  ON "case" (workPermission, ifnull(stayExpires, x''));

-- The row in force of each axis of a case.
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

-- A permission to work that was confirmed before the present stay began is to be confirmed again.
CREATE TRIGGER supportcategoryAdded AFTER INSERT ON supportcategory BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = NEW."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER supportcategoryChanged AFTER UPDATE ON supportcategory BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = NEW."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER supportcategoryOfOtherCase AFTER UPDATE OF "case" ON supportcategory
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = OLD."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
CREATE TRIGGER supportcategoryRemoved AFTER DELETE ON supportcategory BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = OLD."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
CREATE TRIGGER procedureAdded AFTER INSERT ON procedure BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = NEW."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER procedureChanged AFTER UPDATE ON procedure BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = NEW."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER procedureOfOtherCase AFTER UPDATE OF "case" ON procedure
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = OLD."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
CREATE TRIGGER procedureRemoved AFTER DELETE ON procedure BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = OLD."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
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
