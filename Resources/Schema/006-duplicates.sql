-- By which a person is found who may have been entered twice. Frozen once released, like every file
-- here.
--
-- A key begins with what it is: n the folded words of a name in their order of letters, b an exact
-- date of birth, p the last digits of a telephone number. Kept by the program with each change.
CREATE TABLE duplicateKey (
  key TEXT NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicateKeyByPerson ON duplicateKey (person);
