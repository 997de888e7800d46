-- Numbers: the month with which the organisation's fiscal year begins (April for many, July for
-- some). Frozen once released, like every numbered file here.
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
