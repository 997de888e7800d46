-- Names by their reading and in Roman letters, so that whoever reads one language alone finds, reads and
-- orders everybody. The indexes of lists of names follow from the description of each kind.

ALTER TABLE staff ADD COLUMN nameKana TEXT;
ALTER TABLE staff ADD COLUMN nameRoman TEXT;
ALTER TABLE volunteer ADD COLUMN nameKana TEXT;
ALTER TABLE volunteer ADD COLUMN nameRoman TEXT;
ALTER TABLE host ADD COLUMN nameKana TEXT;
ALTER TABLE host ADD COLUMN nameRoman TEXT;
ALTER TABLE host ADD COLUMN representativeRoman TEXT;
ALTER TABLE company ADD COLUMN nameKana TEXT;
ALTER TABLE company ADD COLUMN nameRoman TEXT;
ALTER TABLE salon ADD COLUMN themeEnglish TEXT;

DROP INDEX IF EXISTS staffByName;
DROP INDEX IF EXISTS volunteerByName;
DROP INDEX IF EXISTS volunteerByStatusAndName;
DROP INDEX IF EXISTS hostByName;
DROP INDEX IF EXISTS hostByStageAndName;
DROP INDEX IF EXISTS companyByName;
DROP INDEX IF EXISTS companyByStageAndName;

-- Persons in the order of their Roman names, as their cases keep it.
ALTER TABLE person ADD COLUMN sortRoman TEXT NOT NULL GENERATED ALWAYS AS (
  lower(trim(coalesce(nameRoman, nameUsed, nameNative, nameKana, '')))) VIRTUAL;
ALTER TABLE "case" ADD COLUMN sortRoman TEXT NOT NULL DEFAULT '';
UPDATE "case" SET sortRoman = (SELECT sortRoman FROM person WHERE id = "case".person);

DROP TRIGGER caseNamed;
DROP TRIGGER caseOfOtherPerson;
DROP TRIGGER personRenamed;
CREATE TRIGGER caseNamed AFTER INSERT ON "case" BEGIN
  UPDATE "case"
  SET (sortName, sortRoman) = (SELECT sortName, sortRoman FROM person WHERE id = NEW.person)
  WHERE id = NEW.id;
END;
CREATE TRIGGER caseOfOtherPerson AFTER UPDATE OF person ON "case" BEGIN
  UPDATE "case"
  SET (sortName, sortRoman) = (SELECT sortName, sortRoman FROM person WHERE id = NEW.person)
  WHERE id = NEW.id;
END;
CREATE TRIGGER personRenamed
AFTER UPDATE OF nameKana, nameRoman, nameNative, nameUsed ON person BEGIN
  UPDATE "case" SET sortName = NEW.sortName, sortRoman = NEW.sortRoman WHERE person = NEW.id;
END;

CREATE INDEX caseByStatusAndSortNameInRoman
  ON "case" (status, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByOwnerAndSortNameInRoman
  ON "case" (owner, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByIsOpenAndSortNameInRoman
  ON "case" (isOpen, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseBySupportCategoryAndSortNameInRoman
  ON "case" (supportCategory, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByProcedureStageAndSortNameInRoman
  ON "case" (procedureStage, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByStatusOfResidenceAndSortNameInRoman
  ON "case" (statusOfResidence, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByWorkPermissionAndSortNameInRoman
  ON "case" (workPermission, lower(ifnull(sortRoman, sortName)));
