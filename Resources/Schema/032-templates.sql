-- Letters of the organisation's own. Frozen once released.

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
