-- What the search box looks into, and its index. Frozen once released, like every file here.

DROP TABLE searchText;

-- The searchable fields of a record, folded, each on a line between blanks. `id` tells the kind of the
-- record and its number; `about` is the case that it is about. Kept by the program with each change.
CREATE TABLE searchText (
  id INTEGER PRIMARY KEY,
  about INTEGER,
  names TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX searchTextByAbout ON searchText (about, id) WHERE about IS NOT NULL;

-- The same texts as overlapping pairs of letters, written in letters of ASCII: a phrase of them is
-- exactly a piece of the text, in every script. Beside them the whole words of names.
CREATE VIRTUAL TABLE searchIndex USING fts5 (
  names, notes, words, content = '', columnsize = 0, tokenize = 'ascii'
);

-- What is due and warns is counted without looking at a deadline itself, and read in its order.
DROP INDEX deadlineByCategoryAndIsOpenAndDate;
CREATE INDEX deadlineByCategoryAndIsOpenAndDate
  ON deadline (category, isOpen, date, id, warnFrom);
DROP INDEX deadlineByOwnerAndCategoryAndIsOpenAndDate;
CREATE INDEX deadlineByOwnerAndCategoryAndIsOpenAndDate
  ON deadline (owner, category, isOpen, date, id, warnFrom);
