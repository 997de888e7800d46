-- Which store this is, whatever its file is called, and in which file it was when it was last found
-- whole: a copy, a file that was put in its place, or one put back from a backup is looked through
-- once before it is used.
CREATE TABLE storeIdentity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- 128 random bits in hexadecimal digits; copies have the same.
  id TEXT NOT NULL CHECK (length(id) = 32),
  -- The number of the file in its file system; null until it was first opened.
  inode INTEGER
) STRICT;
INSERT INTO storeIdentity (one, id) VALUES (1, lower(hex(randomblob(16))));
