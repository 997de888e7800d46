-- Since when a referral stands in its stage: what ended after a consent was taken back is still to
-- be called off. Frozen once released, like every file here.

ALTER TABLE referral ADD COLUMN stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days'));

-- The day in Japan of the entry that sets a stage; what an undo gives back begins anew.
CREATE TRIGGER referralStageKept AFTER INSERT ON journalContent
WHEN instr(NEW.after, '"stage":"') > 0
BEGIN
  UPDATE referral SET stageSince = (
    SELECT date(at, 'unixepoch', '+9 hours') FROM journal WHERE sequence = NEW.sequence)
  WHERE id = (
    SELECT record FROM journal WHERE sequence = NEW.sequence AND recordKind = 'referral');
END;

-- Of older records the journal tells; where it does not, nobody knows.
UPDATE referral SET stageSince = (
  SELECT date(j.at, 'unixepoch', '+9 hours')
  FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
  WHERE j.recordKind = 'referral' AND j.record = referral.id
    AND instr(c.after, '"stage":"') > 0
  ORDER BY j.sequence DESC LIMIT 1);
