-- The support itself: what somebody consents to, needs, wants to reach, was given, and what others
-- were asked for. Frozen once released, like every file here.

CREATE TABLE household (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  size INTEGER,
  notes TEXT
) STRICT;
CREATE INDEX householdByName ON household (name);

ALTER TABLE person ADD COLUMN household INTEGER REFERENCES household (id);
ALTER TABLE person ADD COLUMN householdRole TEXT CHECK (householdRole IN (
    'head', 'spouse', 'child', 'parent', 'sibling', 'other_relative', 'not_related'));
CREATE INDEX personByHousehold ON person (household) WHERE household IS NOT NULL;

ALTER TABLE contact ADD COLUMN interpreter TEXT;
ALTER TABLE contact ADD COLUMN expenses INTEGER;

-- Which one is meant, where two deadlines of a rule count from the same day.
ALTER TABLE owndeadline ADD COLUMN about TEXT;

-- Who asked for the closing of a case and who approved it; how often it was opened again.
ALTER TABLE "case" ADD COLUMN closureRequestedBy INTEGER REFERENCES staff (id);
ALTER TABLE "case" ADD COLUMN closureApprovedBy INTEGER REFERENCES staff (id);
ALTER TABLE "case" ADD COLUMN reopenedCount INTEGER;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  scope TEXT NOT NULL CHECK (scope IN (
    'receiving_support', 'collection_and_use', 'sensitive_data', 'sharing_with_companies',
    'sharing_with_host_families', 'sharing_with_volunteers', 'sharing_with_lawyers',
    'sharing_with_medical_providers', 'sharing_with_municipalities', 'sharing_with_unhcr',
    'sharing_with_rhq', 'sharing_with_other_ngos', 'photo_publicity', 'anonymous_statistics')),
  status TEXT NOT NULL CHECK (status IN (
    'given', 'refused', 'withdrawn')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  recipient TEXT,
  withheld TEXT,
  purpose TEXT,
  medium TEXT CHECK (medium IN (
    'written', 'oral', 'electronic')),
  language TEXT,
  interpreter TEXT,
  expires TEXT CHECK (expires IS date(expires, '+0 days')),
  withdrawnOn TEXT CHECK (withdrawnOn IS date(withdrawnOn, '+0 days')),
  staff INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (status = 'given') VIRTUAL,
  CHECK (status <> 'withdrawn' OR withdrawnOn IS NOT NULL)
) STRICT;
CREATE INDEX consentByOn ON consent ("on");
CREATE INDEX consentByCaseAndOn ON consent ("case", "on");
CREATE INDEX consentByScopeAndOn ON consent (scope, "on");

CREATE TABLE need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  housing TEXT CHECK (housing IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  income TEXT CHECK (income IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  food TEXT CHECK (food IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  health TEXT CHECK (health IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  mentalHealth TEXT CHECK (mentalHealth IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  japanese TEXT CHECK (japanese IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  legal TEXT CHECK (legal IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  employment TEXT CHECK (employment IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  education TEXT CHECK (education IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  family TEXT CHECK (family IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  safety TEXT CHECK (safety IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  socialConnection TEXT CHECK (socialConnection IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  paperwork TEXT CHECK (paperwork IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  transport TEXT CHECK (transport IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  staff INTEGER REFERENCES staff (id),
  summary TEXT
) STRICT;
CREATE INDEX needByOn ON need ("on");
CREATE INDEX needByCaseAndOn ON need ("case", "on");

CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  goal TEXT NOT NULL,
  domain TEXT CHECK (domain IN (
    'housing', 'income', 'food', 'health', 'mental_health', 'japanese', 'legal', 'employment',
    'education', 'family', 'safety', 'social_connection', 'paperwork', 'transport')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  due TEXT CHECK (due IS date(due, '+0 days')),
  plan TEXT,
  stage TEXT NOT NULL CHECK (stage IN (
    'open', 'achieved', 'partly_achieved', 'dropped')),
  endedOn TEXT CHECK (endedOn IS date(endedOn, '+0 days')),
  staff INTEGER REFERENCES staff (id),
  outcome TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (stage = 'open') VIRTUAL
) STRICT;
CREATE INDEX goalByOn ON goal ("on");
CREATE INDEX goalByCaseAndOn ON goal ("case", "on");

CREATE TABLE service (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  serviceType TEXT NOT NULL CHECK (serviceType IN (
    'housing', 'emergency_shelter', 'food_goods', 'medical', 'psychosocial', 'legal',
    'employment', 'language', 'education', 'accompaniment', 'interpreting', 'financial',
    'community')),
  staff INTEGER REFERENCES staff (id),
  provider TEXT,
  minutes INTEGER,
  amount INTEGER,
  summary TEXT
) STRICT;
CREATE INDEX serviceByOn ON service ("on");
CREATE INDEX serviceByCaseAndOn ON service ("case", "on");
CREATE INDEX serviceByServiceTypeAndOn ON service (serviceType, "on");

CREATE TABLE referral (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  recipient TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN (
    'receiving_support', 'collection_and_use', 'sensitive_data', 'sharing_with_companies',
    'sharing_with_host_families', 'sharing_with_volunteers', 'sharing_with_lawyers',
    'sharing_with_medical_providers', 'sharing_with_municipalities', 'sharing_with_unhcr',
    'sharing_with_rhq', 'sharing_with_other_ngos', 'photo_publicity', 'anonymous_statistics')),
  stage TEXT NOT NULL CHECK (stage IN (
    'requested', 'accepted', 'declined', 'done', 'revoked')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  serviceType TEXT CHECK (serviceType IN (
    'housing', 'emergency_shelter', 'food_goods', 'medical', 'psychosocial', 'legal',
    'employment', 'language', 'education', 'accompaniment', 'interpreting', 'financial',
    'community')),
  contactPerson TEXT,
  purpose TEXT,
  answeredOn TEXT CHECK (answeredOn IS date(answeredOn, '+0 days')),
  staff INTEGER REFERENCES staff (id),
  outcome TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (stage IN ('requested', 'accepted')) VIRTUAL,
  CHECK (scope GLOB 'sharing_with_*')
) STRICT;
CREATE INDEX referralByOn ON referral ("on");
CREATE INDEX referralByCaseAndOn ON referral ("case", "on");
CREATE INDEX referralByStageAndOn ON referral (stage, "on");
