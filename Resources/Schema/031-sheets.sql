-- The number of the paper on which somebody consented: the entry of the journal that says when it was printed.
-- Frozen once released.
ALTER TABLE consent ADD COLUMN sheet INTEGER CHECK (sheet > 0);
