-- A long sheet is written in several transactions, between which others save: its entries in the journal
-- are one step, and do not stand together. Frozen once released, like every file here.

CREATE TABLE importStep (
  -- The sequence of its first entry, by which the step is called.
  step INTEGER PRIMARY KEY,
  -- Of its last entry so far.
  last INTEGER NOT NULL,
  -- Whether more is to come. Where nobody writes it any more, what is there of it is taken back.
  isOpen INTEGER NOT NULL CHECK (isOpen IN (0, 1))
) STRICT;
CREATE INDEX importStepOpen ON importStep (step) WHERE isOpen = 1;
