-- What was applied for, detention, money that an application costs, a leak of data. Frozen once
-- released, like every file here.

CREATE TABLE application (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  type TEXT NOT NULL CHECK (type IN (
    'renewal', 'change', 'acquisition', 'refugee', 'complementary', 'review', 'permanent',
    'outside_status', 'provisional_stay', 'provisional_release', 'special_permission',
    'travel_document', 'reentry', 'certificate_of_eligibility', 'naturalisation', 'other')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  receiptNumber TEXT,
  receipt INTEGER REFERENCES document (id),
  office TEXT,
  documentsAsked TEXT,
  documentsDue TEXT CHECK (documentsDue IS date(documentsDue, '+0 days')),
  documentsFiled TEXT,
  documentsFiledOn TEXT CHECK (documentsFiledOn IS date(documentsFiledOn, '+0 days')),
  result TEXT CHECK (result IN ('granted', 'denied', 'withdrawn', 'not_accepted')),
  resultOn TEXT CHECK (resultOn IS date(resultOn, '+0 days')),
  lawyer TEXT,
  legalAid TEXT CHECK (legalAid IN ('applied', 'granted', 'refused', 'not_needed')),
  interpreter TEXT,
  interpreterOn TEXT CHECK (interpreterOn IS date(interpreterOn, '+0 days')),
  staff INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (result IS NULL) VIRTUAL
) STRICT;

CREATE TABLE detention (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  place TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  until TEXT CHECK (until IS date(until, '+0 days')),
  ground TEXT CHECK (ground IN (
    'detention_order', 'deportation_order', 'landing', 'custody', 'unknown')),
  nextVisit TEXT CHECK (nextVisit IS date(nextVisit, '+0 days')),
  visitors TEXT,
  ended TEXT CHECK (ended IN (
    'provisional_release', 'monitoring', 'status', 'removed', 'left', 'other')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (until IS NULL) VIRTUAL
) STRICT;
-- A visit is a contact.
ALTER TABLE contact ADD COLUMN detention INTEGER REFERENCES detention (id);

CREATE TABLE fee (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  type TEXT NOT NULL CHECK (type IN (
    'application', 'passport', 'certificate', 'translation', 'medical', 'legal', 'travel', 'other')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  payer TEXT NOT NULL CHECK (payer IN ('fund', 'person', 'advance', 'other')),
  programme INTEGER REFERENCES fundedprogramme (id),
  payerName TEXT,
  application INTEGER REFERENCES application (id),
  repaidOn TEXT CHECK (repaidOn IS date(repaidOn, '+0 days')),
  staff INTEGER REFERENCES staff (id),
  notes TEXT,
  isOwed INTEGER NOT NULL GENERATED ALWAYS AS (payer = 'advance' AND repaidOn IS NULL) VIRTUAL
) STRICT;

CREATE TABLE allowance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  type TEXT NOT NULL CHECK (type IN (
    'protection', 'emergency_shelter', 'public_assistance', 'other')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  result TEXT CHECK (result IN ('granted', 'refused', 'withdrawn')),
  resultOn TEXT CHECK (resultOn IS date(resultOn, '+0 days')),
  monthlyAmount INTEGER CHECK (monthlyAmount >= 0),
  until TEXT CHECK (until IS date(until, '+0 days')),
  endedOn TEXT CHECK (endedOn IS date(endedOn, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (
    endedOn IS NULL AND ifnull(result, 'granted') = 'granted') VIRTUAL
) STRICT;

CREATE TABLE incident (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  happenedOn TEXT CHECK (happenedOn IS date(happenedOn, '+0 days')),
  cause TEXT NOT NULL CHECK (cause IN (
    'misdirected', 'lost', 'stolen', 'access', 'insider', 'damaged', 'other')),
  people INTEGER CHECK (people >= 0),
  leaked TEXT,
  reportBy TEXT CHECK (reportBy IS date(reportBy, '+0 days')),
  reportLast TEXT CHECK (reportLast IS date(reportLast, '+0 days')),
  reportedOn TEXT CHECK (reportedOn IS date(reportedOn, '+0 days')),
  finalBy TEXT CHECK (finalBy IS date(finalBy, '+0 days')),
  finalOn TEXT CHECK (finalOn IS date(finalOn, '+0 days')),
  toldOn TEXT CHECK (toldOn IS date(toldOn, '+0 days')),
  told TEXT,
  measures TEXT,
  closedOn TEXT CHECK (closedOn IS date(closedOn, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  due TEXT CHECK (due IS date(due, '+0 days')),
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (closedOn IS NULL) VIRTUAL
) STRICT;

-- What the organisation itself owes an authority.
CREATE TABLE duty (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  type TEXT NOT NULL CHECK (type IN ('placement_report', 'placement_licence', 'other')),
  name TEXT,
  licence TEXT,
  until TEXT CHECK (until IS date(until, '+0 days')),
  due TEXT CHECK (due IS date(due, '+0 days')),
  done TEXT CHECK (done IS date(done, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (done IS NULL) VIRTUAL
) STRICT;
