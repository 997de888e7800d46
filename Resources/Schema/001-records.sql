-- The records. This file is frozen once released: a change is a new migration.
--
-- A table for each kind of record, a column for each field, both by their stable names. Dates are
-- civil dates as text, moments are UTC seconds, choices are codes (several joined by a blank).
-- Lists are read along an index on the field they are ordered by, absent values last in rising
-- order: a blob sorts behind every text and number, so ifnull(field, x'') does that. A field that
-- lists are narrowed by has an index together with the order of its list.

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  isDemo INTEGER NOT NULL CHECK (isDemo IN (0, 1)),
  createdAt INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  account TEXT,
  isSupervisor INTEGER NOT NULL DEFAULT 0 CHECK (isSupervisor IN (0, 1)),
  isActive INTEGER NOT NULL DEFAULT 0 CHECK (isActive IN (0, 1)),
  language TEXT CHECK (language IN ('ja', 'en'))
) STRICT;
CREATE INDEX staffByName ON staff (name);
CREATE UNIQUE INDEX staffByAccount ON staff (account) WHERE isActive = 1 AND account IS NOT NULL;

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  nameRoman TEXT,
  nameKana TEXT,
  nameNative TEXT,
  nameUsed TEXT,
  callName TEXT,
  alias TEXT,
  birthDate TEXT CHECK (birthDate IS date(birthDate, '+0 days')),
  birthDatePrecision TEXT CHECK (birthDatePrecision IN ('exact', 'month', 'year', 'unknown')),
  gender TEXT CHECK (gender IN ('female', 'male', 'other', 'prefer_not_to_say')),
  nationality TEXT,
  otherNationalities TEXT,
  countryOfOrigin TEXT,
  ethnicityReligion TEXT,
  languages TEXT,
  japaneseLevel TEXT CHECK (japaneseLevel IN (
    'n1', 'n2', 'n3', 'n4', 'n5', 'below_n5', 'unknown')),
  interpreterNeeded INTEGER NOT NULL DEFAULT 0 CHECK (interpreterNeeded IN (0, 1)),
  safeContact TEXT,
  neverContactAuthorities INTEGER NOT NULL DEFAULT 0 CHECK (neverContactAuthorities IN (0, 1)),
  phone TEXT,
  email TEXT,
  prefecture TEXT,
  city TEXT,
  address TEXT,
  arrivedOn TEXT CHECK (arrivedOn IS date(arrivedOn, '+0 days')),
  emergencyContact TEXT,
  sortName TEXT NOT NULL GENERATED ALWAYS AS (
    lower(trim(coalesce(nameKana, nameRoman, nameNative, nameUsed, '')))) VIRTUAL
) STRICT;
CREATE INDEX personBySortName ON person (ifnull(sortName, x''));

CREATE TABLE "case" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  number TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person (id),
  status TEXT NOT NULL CHECK (status IN (
    'inquiry', 'intake', 'assessment', 'planning', 'active', 'monitoring', 'on_hold',
    'unreachable', 'closure_requested', 'closed', 'transferred', 'not_eligible', 'duplicate')),
  nextAction TEXT,
  nextActionDue TEXT CHECK (nextActionDue IS date(nextActionDue, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  opened TEXT NOT NULL CHECK (opened IS date(opened, '+0 days')),
  lastContact TEXT CHECK (lastContact IS date(lastContact, '+0 days')),
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (
    status NOT IN ('closed', 'transferred', 'not_eligible', 'duplicate')) VIRTUAL,
  sortName TEXT NOT NULL DEFAULT '',
  risk TEXT CHECK (risk IN ('high', 'medium', 'low')),
  programmes TEXT,
  source TEXT CHECK (source IN (
    'self', 'referral', 'municipality', 'rhq', 'jar', 'frj', 'unhcr', 'social_media', 'event',
    'other')),
  sourceNumber TEXT,
  checkIntervalDays INTEGER,
  resumeOn TEXT CHECK (resumeOn IS date(resumeOn, '+0 days')),
  closedOn TEXT CHECK (closedOn IS date(closedOn, '+0 days')),
  closureReason TEXT CHECK (closureReason IN (
    'goals_met', 'employed', 'status_secured', 'handed_over', 'own_request', 'lost_contact',
    'moved_away', 'left_for_third_country', 'returned_home', 'deceased', 'not_eligible',
    'duplicate', 'other')),
  outcome TEXT,
  receivingBody TEXT,
  survivingCase INTEGER REFERENCES "case" (id)
) STRICT;
CREATE INDEX caseByPerson ON "case" (person);
CREATE INDEX caseBySourceNumber ON "case" (sourceNumber) WHERE sourceNumber IS NOT NULL;
CREATE INDEX caseBySurvivingCase ON "case" (survivingCase) WHERE survivingCase IS NOT NULL;
CREATE INDEX caseByNumber ON "case" (ifnull(number, x''));
CREATE INDEX caseByNextActionDue ON "case" (ifnull(nextActionDue, x''));
CREATE INDEX caseByOpened ON "case" (opened);
CREATE INDEX caseBySortName ON "case" (ifnull(sortName, x''));
CREATE INDEX caseByStatusAndNumber ON "case" (status, ifnull(number, x''));
CREATE INDEX caseByStatusAndNextActionDue ON "case" (status, ifnull(nextActionDue, x''));
CREATE INDEX caseByStatusAndOpened ON "case" (status, opened);
CREATE INDEX caseByStatusAndSortName ON "case" (status, ifnull(sortName, x''));
CREATE INDEX caseByOwnerAndNumber ON "case" (owner, ifnull(number, x''));
CREATE INDEX caseByOwnerAndNextActionDue ON "case" (owner, ifnull(nextActionDue, x''));
CREATE INDEX caseByOwnerAndOpened ON "case" (owner, opened);
CREATE INDEX caseByOwnerAndSortName ON "case" (owner, ifnull(sortName, x''));
CREATE INDEX caseByIsOpenAndNumber ON "case" (isOpen, ifnull(number, x''));
CREATE INDEX caseByIsOpenAndNextActionDue ON "case" (isOpen, ifnull(nextActionDue, x''));
CREATE INDEX caseByIsOpenAndOpened ON "case" (isOpen, opened);
CREATE INDEX caseByIsOpenAndSortName ON "case" (isOpen, ifnull(sortName, x''));

CREATE TABLE volunteer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN (
    'applied', 'interviewed', 'trained', 'pledge_signed', 'active', 'paused', 'ended')),
  roles TEXT,
  languages TEXT,
  deskLanguage TEXT CHECK (deskLanguage IN ('ja', 'en')),
  pledgedOn TEXT CHECK (pledgedOn IS date(pledgedOn, '+0 days')),
  joinedOn TEXT CHECK (joinedOn IS date(joinedOn, '+0 days')),
  phone TEXT,
  email TEXT,
  skills TEXT,
  notes TEXT
) STRICT;
CREATE INDEX volunteerByName ON volunteer (name);
CREATE INDEX volunteerByStatusAndName ON volunteer (status, name);

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  role TEXT CHECK (role IN (
    'mentor', 'career_counsellor', 'japanese_tutor', 'interpreter', 'translator', 'accompaniment',
    'company_outreach', 'salon_host', 'host_family', 'it_trainer', 'goods_sorting', 'lawyer',
    'administrative_scrivener', 'labour_attorney', 'health_professional', 'psychologist',
    'monitoring_supervisor')),
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  until TEXT NOT NULL CHECK (until IS date(until, '+0 days')),
  reason TEXT
) STRICT;
CREATE INDEX assignmentByStart ON assignment (start);
CREATE INDEX assignmentByCaseAndStart ON assignment ("case", start);
CREATE INDEX assignmentByVolunteerAndStart ON assignment (volunteer, start);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  medium TEXT NOT NULL CHECK (medium IN (
    'in_person', 'phone', 'online', 'message', 'email', 'visit', 'accompaniment')),
  contactMade INTEGER NOT NULL DEFAULT 0 CHECK (contactMade IN (0, 1)),
  minutes INTEGER,
  language TEXT,
  staff INTEGER REFERENCES staff (id),
  volunteer INTEGER REFERENCES volunteer (id),
  summary TEXT
) STRICT;
CREATE INDEX contactByOn ON contact ("on");
CREATE INDEX contactByCaseAndOn ON contact ("case", "on");
CREATE INDEX contactByVolunteerAndOn ON contact (volunteer, "on");

CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  body TEXT NOT NULL,
  confidentiality TEXT NOT NULL CHECK (confidentiality IN ('shared', 'staff_only', 'named_only')),
  staff INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX noteByOn ON note ("on");
CREATE INDEX noteByCaseAndOn ON note ("case", "on");

CREATE TABLE followup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  action TEXT NOT NULL,
  done TEXT CHECK (done IS date(done, '+0 days')),
  assignee INTEGER REFERENCES staff (id),
  outcome TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (done IS NULL) VIRTUAL
) STRICT;
CREATE INDEX followupByDue ON followup (due);
CREATE INDEX followupByCaseAndDue ON followup ("case", due);
CREATE INDEX followupByAssigneeAndDue ON followup (assignee, due);
CREATE INDEX followupByIsOpenAndDue ON followup (isOpen, due);

CREATE TABLE host (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  representative TEXT,
  stage TEXT NOT NULL CHECK (stage IN (
    'enquiry', 'applied', 'interviewed', 'home_visit_done', 'documents_checked', 'training_done',
    'approved', 'hosting', 'paused', 'not_approved', 'left', 'suspended')),
  prefecture TEXT,
  city TEXT,
  nearestStation TEXT,
  capacity INTEGER,
  hasPrivateRoom INTEGER NOT NULL DEFAULT 0 CHECK (hasPrivateRoom IN (0, 1)),
  hasPets INTEGER NOT NULL DEFAULT 0 CHECK (hasPets IN (0, 1)),
  hasSmokers INTEGER NOT NULL DEFAULT 0 CHECK (hasSmokers IN (0, 1)),
  diets TEXT,
  languages TEXT,
  availableFrom TEXT CHECK (availableFrom IS date(availableFrom, '+0 days')),
  availableUntil TEXT CHECK (availableUntil IS date(availableUntil, '+0 days')),
  longestStayNights INTEGER,
  approvedOn TEXT CHECK (approvedOn IS date(approvedOn, '+0 days')),
  approvalExpires TEXT CHECK (approvalExpires IS date(approvalExpires, '+0 days')),
  phone TEXT,
  email TEXT,
  address TEXT,
  conditions TEXT
) STRICT;
CREATE INDEX hostByName ON host (name);
CREATE INDEX hostByStageAndName ON host (stage, name);

CREATE TABLE homestay (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  host INTEGER NOT NULL REFERENCES host (id),
  stage TEXT NOT NULL CHECK (stage IN (
    'proposed', 'guest_agreed', 'host_agreed', 'met', 'confirmed', 'in_progress', 'extended',
    'ended', 'declined', 'cancelled', 'ended_early')),
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  owner INTEGER REFERENCES staff (id),
  endReason TEXT CHECK (endReason IN (
    'as_planned', 'own_housing_found', 'moved_for_work', 'to_shelter', 'not_a_good_fit',
    'safety_concern', 'host_circumstances', 'guest_circumstances')),
  moveOnPlan TEXT,
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (
    stage NOT IN ('ended', 'declined', 'cancelled', 'ended_early')) VIRTUAL
) STRICT;
CREATE INDEX homestayByStart ON homestay (start);
CREATE INDEX homestayByCaseAndStart ON homestay ("case", start);
CREATE INDEX homestayByHostAndStart ON homestay (host, start);
CREATE INDEX homestayByStageAndStart ON homestay (stage, start);
CREATE INDEX homestayByIsOpenAndStart ON homestay (isOpen, start);

CREATE TABLE salon (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  theme TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  begins TEXT CHECK (begins IS strftime('%H:%M', begins)),
  ends TEXT CHECK (ends IS strftime('%H:%M', ends)),
  type TEXT NOT NULL CHECK (type IN (
    'salon', 'roundtable', 'workshop', 'seminar', 'career_training', 'sempai_session',
    'mentoring', 'japanese_class', 'social', 'symposium', 'network_meeting')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'postponed', 'cancelled')),
  place TEXT,
  prefecture TEXT,
  capacity INTEGER,
  languages TEXT,
  owner INTEGER REFERENCES staff (id),
  programme TEXT,
  headcountRefugees INTEGER,
  headcountCitizens INTEGER,
  headcountStaff INTEGER,
  notes TEXT
) STRICT;
CREATE INDEX salonByDate ON salon (date);
CREATE INDEX salonByTypeAndDate ON salon (type, date);
CREATE INDEX salonByStatusAndDate ON salon (status, date);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  salon INTEGER NOT NULL REFERENCES salon (id),
  "case" INTEGER REFERENCES "case" (id),
  guestName TEXT,
  personRole TEXT NOT NULL CHECK (personRole IN (
    'person_with_refugee_background', 'citizen', 'volunteer', 'company', 'government', 'staff')),
  result TEXT NOT NULL CHECK (result IN (
    'registered', 'waitlisted', 'attended', 'excused_absence', 'unexcused_absence', 'cancelled')),
  isFirstTime INTEGER NOT NULL DEFAULT 0 CHECK (isFirstTime IN (0, 1)),
  "on" TEXT CHECK ("on" IS date("on", '+0 days')),
  notes TEXT
) STRICT;
CREATE UNIQUE INDEX attendanceOnce ON attendance (salon, "case") WHERE "case" IS NOT NULL;
CREATE INDEX attendanceByOn ON attendance (ifnull("on", x''));
CREATE INDEX attendanceBySalonAndOn ON attendance (salon, ifnull("on", x''));
CREATE INDEX attendanceByCaseAndOn ON attendance ("case", ifnull("on", x''));
CREATE INDEX attendanceByResultAndOn ON attendance (result, ifnull("on", x''));

CREATE TABLE company (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN (
    'lead', 'briefing', 'pitch', 'mou', 'identifying_roles', 'job_received', 'recruiting',
    'hired', 'post_hire', 'dormant', 'declined')),
  industry TEXT,
  contactPerson TEXT,
  phone TEXT,
  email TEXT,
  prefecture TEXT,
  address TEXT,
  owner INTEGER REFERENCES staff (id),
  declineReason TEXT,
  notes TEXT
) STRICT;
CREATE INDEX companyByName ON company (name);
CREATE INDEX companyByStageAndName ON company (stage, name);

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  company INTEGER NOT NULL REFERENCES company (id),
  occupation TEXT NOT NULL,
  employmentType TEXT CHECK (employmentType IN (
    'regular', 'contract', 'part_time', 'internship', 'contractor')),
  openings INTEGER,
  place TEXT,
  prefecture TEXT,
  payMinimum INTEGER,
  payMaximum INTEGER,
  japaneseLevel TEXT CHECK (japaneseLevel IN (
    'n1', 'n2', 'n3', 'n4', 'n5', 'below_n5', 'unknown')),
  isRemote INTEGER NOT NULL DEFAULT 0 CHECK (isRemote IN (0, 1)),
  sponsorsVisa INTEGER NOT NULL DEFAULT 0 CHECK (sponsorsVisa IN (0, 1)),
  receivedOn TEXT NOT NULL CHECK (receivedOn IS date(receivedOn, '+0 days')),
  closesOn TEXT CHECK (closesOn IS date(closesOn, '+0 days')),
  notes TEXT
) STRICT;
CREATE INDEX jobByReceivedOn ON job (receivedOn);
CREATE INDEX jobByCompanyAndReceivedOn ON job (company, receivedOn);

CREATE TABLE placement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  company INTEGER NOT NULL REFERENCES company (id),
  job INTEGER REFERENCES job (id),
  occupation TEXT,
  stage TEXT NOT NULL CHECK (stage IN (
    'prospect', 'work_permission_check', 'consent_to_introduce', 'cv_preparation', 'cv_screening',
    'first_interview', 'second_interview', 'trial', 'final_interview', 'offer', 'offer_accepted',
    'change_of_status_applied', 'change_of_status_granted', 'started', 'retention_support',
    'retained', 'not_selected', 'candidate_withdrew', 'offer_declined', 'offer_retracted',
    'job_withdrawn', 'not_permitted_to_work', 'change_of_status_refused', 'terms_did_not_fit',
    'unreachable', 'entered_by_mistake', 'left', 'contract_ended', 'dismissed', 'changed_jobs')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  offerAcceptedOn TEXT CHECK (offerAcceptedOn IS date(offerAcceptedOn, '+0 days')),
  startedOn TEXT CHECK (startedOn IS date(startedOn, '+0 days')),
  endedOn TEXT CHECK (endedOn IS date(endedOn, '+0 days')),
  annualPay INTEGER,
  colleagues INTEGER,
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (
    stage NOT IN (
      'retained', 'not_selected', 'candidate_withdrew', 'offer_declined', 'offer_retracted',
      'job_withdrawn', 'not_permitted_to_work', 'change_of_status_refused',
      'terms_did_not_fit', 'unreachable', 'entered_by_mistake', 'left', 'contract_ended',
      'dismissed', 'changed_jobs')) VIRTUAL
) STRICT;
CREATE INDEX placementByOn ON placement ("on");
CREATE INDEX placementByCaseAndOn ON placement ("case", "on");
CREATE INDEX placementByCompanyAndOn ON placement (company, "on");
CREATE INDEX placementByStageAndOn ON placement (stage, "on");
CREATE INDEX placementByIsOpenAndOn ON placement (isOpen, "on");
