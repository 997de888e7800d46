-- Whom letters about cases are exchanged with, and which letters went and came. Frozen once released.

-- The public keys of another organisation; used once somebody compared their fingerprint.
CREATE TABLE partnerKey (
  name TEXT NOT NULL PRIMARY KEY,
  scope TEXT NOT NULL,
  age TEXT NOT NULL,
  signer TEXT NOT NULL UNIQUE,
  addedAt INTEGER NOT NULL,
  confirmedAt INTEGER
) STRICT;

-- By its random id a letter is known again; by its thread, the referral that it is about.
CREATE TABLE letter (
  id TEXT NOT NULL PRIMARY KEY,
  thread TEXT NOT NULL,
  matter TEXT NOT NULL CHECK (matter IN ('referral', 'answer', 'revocation')),
  isOutgoing INTEGER NOT NULL CHECK (isOutgoing IN (0, 1)),
  partner TEXT NOT NULL,
  "case" INTEGER,
  referral INTEGER,
  -- What somebody is to do about it.
  followup INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX letterByThread ON letter (thread);
CREATE INDEX letterByCase ON letter ("case");

-- Whether whoever asks for the morning's text gets it.
ALTER TABLE organisation ADD COLUMN digest INTEGER NOT NULL DEFAULT 0 CHECK (digest IN (0, 1));
