-- Names under which somebody was known before. Frozen once released.

ALTER TABLE person ADD COLUMN nameFormer TEXT;
