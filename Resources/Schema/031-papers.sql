-- The number of the paper on which somebody consented, letters of the organisation's own, and languages that are
-- any table of words. Frozen once released.

-- The entry of the journal that says when the sheet was printed.
ALTER TABLE consent ADD COLUMN sheet INTEGER CHECK (sheet > 0);

CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient IN (
    'person', 'company', 'host', 'volunteer', 'lawyer', 'medical', 'municipality', 'unhcr', 'rhq',
    'organisation')),
  body TEXT NOT NULL,
  isRetired INTEGER NOT NULL DEFAULT 0 CHECK (isRetired IN (0, 1)),
  -- What the person must have agreed to.
  consent TEXT GENERATED ALWAYS AS (CASE recipient
    WHEN 'company' THEN 'sharing_with_companies'
    WHEN 'host' THEN 'sharing_with_host_families'
    WHEN 'volunteer' THEN 'sharing_with_volunteers'
    WHEN 'lawyer' THEN 'sharing_with_lawyers'
    WHEN 'medical' THEN 'sharing_with_medical_providers'
    WHEN 'municipality' THEN 'sharing_with_municipalities'
    WHEN 'unhcr' THEN 'sharing_with_unhcr'
    WHEN 'rhq' THEN 'sharing_with_rhq'
    WHEN 'organisation' THEN 'sharing_with_other_ngos' END) VIRTUAL,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (NOT isRetired) VIRTUAL
) STRICT;

-- The name of a table of words (BCP 47), of which there may be more than there were.
DELETE FROM derived WHERE name = 'tables';
ALTER TABLE staff ADD COLUMN languageKept TEXT
  CHECK (languageKept <> '' AND languageKept NOT GLOB '*[^A-Za-z0-9-]*');
UPDATE staff SET languageKept = language;
ALTER TABLE staff DROP COLUMN language;
ALTER TABLE staff RENAME COLUMN languageKept TO language;
ALTER TABLE volunteer ADD COLUMN deskLanguageKept TEXT
  CHECK (deskLanguageKept <> '' AND deskLanguageKept NOT GLOB '*[^A-Za-z0-9-]*');
UPDATE volunteer SET deskLanguageKept = deskLanguage;
ALTER TABLE volunteer DROP COLUMN deskLanguage;
ALTER TABLE volunteer RENAME COLUMN deskLanguageKept TO deskLanguage;
