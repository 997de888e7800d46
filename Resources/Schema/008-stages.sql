-- Since when a stay, a placement, a company and a host stand in their stage. Frozen once released,
-- like every file here.

ALTER TABLE homestay ADD COLUMN stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days'));
ALTER TABLE placement ADD COLUMN stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days'));
ALTER TABLE company ADD COLUMN stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days'));
ALTER TABLE host ADD COLUMN stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days'));

CREATE INDEX homestayByStageSince ON homestay (ifnull(stageSince, x''));
CREATE INDEX placementByStageSince ON placement (ifnull(stageSince, x''));
CREATE INDEX placementByStageAndStageSince ON placement (stage, ifnull(stageSince, x''));

-- The entries of the journal that set a stage, with their day in Japan. A schema that is not
-- trusted may not call the functions for JSON; a code stands in it without escapes.
CREATE VIEW stageMove AS
SELECT j.sequence, j.recordKind, j.record, j.undoes,
  substr(c.after, instr(c.after, '"stage":"') + 9,
    instr(substr(c.after, instr(c.after, '"stage":"') + 9), '"') - 1) AS stage,
  date(j.at, 'unixepoch', '+9 hours') AS day
FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
WHERE instr(c.after, '"stage":"') > 0;

-- The day on which the stage that an entry sets began: its own, or of a stage that an undo gives
-- back the day on which it was first reached.
CREATE VIEW stageBegun AS
SELECT m.sequence, m.recordKind, m.record, coalesce(
  (SELECT e.day FROM stageMove AS e
    WHERE e.recordKind = m.recordKind AND e.record = m.record AND e.stage = m.stage
      AND e.undoes IS NULL AND e.sequence < m.undoes
    ORDER BY e.sequence DESC LIMIT 1), m.day) AS day
FROM stageMove AS m;

CREATE TRIGGER stageKept AFTER INSERT ON journalContent WHEN instr(NEW.after, '"stage":"') > 0
BEGIN
  UPDATE homestay SET stageSince = (SELECT day FROM stageBegun WHERE sequence = NEW.sequence)
  WHERE id = (SELECT record FROM stageBegun
    WHERE sequence = NEW.sequence AND recordKind = 'homestay');
  UPDATE placement SET stageSince = (SELECT day FROM stageBegun WHERE sequence = NEW.sequence)
  WHERE id = (SELECT record FROM stageBegun
    WHERE sequence = NEW.sequence AND recordKind = 'placement');
  UPDATE company SET stageSince = (SELECT day FROM stageBegun WHERE sequence = NEW.sequence)
  WHERE id = (SELECT record FROM stageBegun
    WHERE sequence = NEW.sequence AND recordKind = 'company');
  UPDATE host SET stageSince = (SELECT day FROM stageBegun WHERE sequence = NEW.sequence)
  WHERE id = (SELECT record FROM stageBegun
    WHERE sequence = NEW.sequence AND recordKind = 'host');
END;

-- Of older records the journal tells; where it does not, nobody knows.
UPDATE homestay SET stageSince = (SELECT b.day FROM stageBegun AS b
  WHERE b.recordKind = 'homestay' AND b.record = homestay.id ORDER BY b.sequence DESC LIMIT 1);
UPDATE placement SET stageSince = (SELECT b.day FROM stageBegun AS b
  WHERE b.recordKind = 'placement' AND b.record = placement.id ORDER BY b.sequence DESC LIMIT 1);
UPDATE company SET stageSince = (SELECT b.day FROM stageBegun AS b
  WHERE b.recordKind = 'company' AND b.record = company.id ORDER BY b.sequence DESC LIMIT 1);
UPDATE host SET stageSince = (SELECT b.day FROM stageBegun AS b
  WHERE b.recordKind = 'host' AND b.record = host.id ORDER BY b.sequence DESC LIMIT 1);
