-- Since when the closing of a case is asked for, and why, beside who asks for it: the list of the day
-- shows what waits for a decision. Of those that wait now it is in the journal, whose instants are
-- seconds in UTC; the day is that of Japan. Frozen once released, like every file here.

ALTER TABLE "case" ADD COLUMN closureRequestedOn TEXT
  CHECK (closureRequestedOn IS date(closureRequestedOn, '+0 days'));
ALTER TABLE "case" ADD COLUMN closureRequestReason TEXT;

UPDATE "case" SET (closureRequestedOn, closureRequestReason) = (
  SELECT date(at, 'unixepoch', '+9 hours'), reason
  FROM journalRow JOIN journalContent USING (sequence)
  WHERE kind = (SELECT id FROM journalWord WHERE word = 'case') AND record = "case".id
    AND after ->> '$.status' = 'closure_requested'
  ORDER BY sequence DESC LIMIT 1)
WHERE status = 'closure_requested';

-- Few cases wait at a time.
CREATE INDEX caseByIsOpenAndClosureRequestedOn
  ON "case" (isOpen, ifnull(closureRequestedOn, x'')) WHERE closureRequestedOn IS NOT NULL;
CREATE INDEX caseByOwnerAndIsOpenAndClosureRequestedOn
  ON "case" (owner, isOpen, ifnull(closureRequestedOn, x'')) WHERE closureRequestedOn IS NOT NULL;
