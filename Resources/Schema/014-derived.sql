-- By which definition the derived data of this store were made: deadlines, the index of names and
-- texts, the keys of possible duplicates, the views. Where the program has another definition, it
-- makes them anew when it opens the store. Frozen once released, like every numbered file here.
CREATE TABLE derived (
  name TEXT PRIMARY KEY,
  revision TEXT NOT NULL
) STRICT, WITHOUT ROWID;
