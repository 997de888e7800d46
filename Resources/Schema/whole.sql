-- Written by WRITE_SCHEMA=1 swift test --filter 'The whole schema'; see `Schema.whole`.

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  isDemo INTEGER NOT NULL CHECK (isDemo IN (0, 1)),
  createdAt INTEGER NOT NULL
, fiscalYearStart INTEGER NOT NULL DEFAULT 4
  CHECK (fiscalYearStart BETWEEN 1 AND 12), phone TEXT, digest INTEGER NOT NULL DEFAULT 0 CHECK (digest IN (0, 1))) STRICT;
CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  account TEXT,
  isSupervisor INTEGER NOT NULL DEFAULT 0 CHECK (isSupervisor IN (0, 1)),
  isActive INTEGER NOT NULL DEFAULT 0 CHECK (isActive IN (0, 1)),
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), nameKana TEXT, nameRoman TEXT, language TEXT
  CHECK (language <> '' AND language NOT GLOB '*[^A-Za-z0-9-]*')) STRICT;
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
, household INTEGER REFERENCES household (id), householdRole TEXT CHECK (householdRole IN (
    'head', 'spouse', 'child', 'parent', 'sibling', 'other_relative', 'not_related')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), sortRoman TEXT NOT NULL GENERATED ALWAYS AS (
  lower(trim(coalesce(nameRoman, nameUsed, nameNative, nameKana, '')))) VIRTUAL, birthCountry TEXT, nameFormer TEXT) STRICT;
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
, supportCategory TEXT CHECK (supportCategory IN (
    'recognized_refugee', 'person_under_complementary_protection', 'asylum_seeker',
    'humanitarian_status_holder', 'person_under_emergency_evacuation_measures', 'evacuee',
    'de_facto_refugee', 'resettled_refugee', 'family_member', 'other')), supportCategoryConfirmed INTEGER NOT NULL DEFAULT 0
  CHECK (supportCategoryConfirmed IN (0, 1)), procedureStage TEXT CHECK (procedureStage IN (
    'none', 'app_refugee', 'app_comp', 'interview', 'granted_ref', 'granted_comp', 'denied_hum',
    'denied', 'denied_comp', 'appeal', 'appeal_ok', 'appeal_ng', 'lawsuit', 'reapply',
    'withdrawn')), procedureConfirmed INTEGER NOT NULL DEFAULT 0
  CHECK (procedureConfirmed IN (0, 1)), designatedActivityKind TEXT CHECK (designatedActivityKind IN (
    'ra_2m', 'ra_3m', 'ra_6m_no', 'ra_6m_ok', 'em_mm_1y', 'em_mm_6m', 'em_sd', 'af', 'ua_1y',
    'hum_1y', 'dep', 'other')), stayBasis TEXT CHECK (stayBasis IN (
    'permission_for_provisional_stay', 'provisional_release',
    'monitoring_measures_before_deportation_order',
    'monitoring_measures_after_deportation_order', 'in_detention',
    'landing_permission_for_temporary_refuge', 'overstay')), stayExpires TEXT CHECK (stayExpires IS date(stayExpires, '+0 days')), residenceConfirmed INTEGER NOT NULL DEFAULT 0
  CHECK (residenceConfirmed IN (0, 1)), workPermission TEXT NOT NULL DEFAULT 'to_be_confirmed'
  CHECK (workPermission IN (
    'permitted_unrestricted', 'permitted_within_designation', 'part_time_permission',
    'permission_for_remunerated_activity', 'not_permitted', 'to_be_confirmed')), closureRequestedBy INTEGER REFERENCES staff (id), closureApprovedBy INTEGER REFERENCES staff (id), reopenedCount INTEGER, contactDue TEXT CHECK (contactDue IS date(contactDue, '+0 days')), absences INTEGER, absentSince TEXT CHECK (absentSince IS date(absentSince, '+0 days')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), barriers TEXT, sortRoman TEXT NOT NULL DEFAULT '', closureRequestedOn TEXT
  CHECK (closureRequestedOn IS date(closureRequestedOn, '+0 days')), closureRequestReason TEXT, statusOfResidence TEXT CHECK (statusOfResidence IN (
  'long_term_resident', 'designated_activities', 'permanent_resident',
  'engineer_specialist_in_humanities_international_services', 'specified_skilled_worker',
  'highly_skilled_professional', 'business_manager', 'technical_intern_training', 'student',
  'dependent', 'spouse_or_child_of_japanese_national', 'spouse_or_child_of_permanent_resident',
  'temporary_visitor', 'professor', 'artist', 'religious_activities', 'journalist',
  'legal_accounting_services', 'medical_services', 'researcher', 'instructor',
  'intra_company_transferee', 'nursing_care', 'entertainer', 'skilled_labor',
  'cultural_activities', 'trainee', 'employment_for_skill_development', 'other', 'none'))) STRICT;
CREATE TABLE volunteer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN (
    'applied', 'interviewed', 'trained', 'pledge_signed', 'active', 'paused', 'ended')),
  roles TEXT,
  languages TEXT,
  pledgedOn TEXT CHECK (pledgedOn IS date(pledgedOn, '+0 days')),
  joinedOn TEXT CHECK (joinedOn IS date(joinedOn, '+0 days')),
  phone TEXT,
  email TEXT,
  skills TEXT,
  notes TEXT
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), minutes INTEGER, lastActiveOn TEXT
  CHECK (lastActiveOn IS date(lastActiveOn, '+0 days')), trainedOn TEXT CHECK (trainedOn IS date(trainedOn, '+0 days')), nameKana TEXT, nameRoman TEXT, deskLanguage TEXT
  CHECK (deskLanguage <> '' AND deskLanguage NOT GLOB '*[^A-Za-z0-9-]*')) STRICT;
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
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), grants TEXT) STRICT;
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
, interpreter TEXT, expenses INTEGER, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), detention INTEGER REFERENCES detention (id)) STRICT;
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  body TEXT NOT NULL,
  confidentiality TEXT NOT NULL CHECK (confidentiality IN ('shared', 'staff_only', 'named_only')),
  staff INTEGER REFERENCES staff (id)
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
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
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), begins TEXT
  CHECK (begins IS strftime('%H:%M', begins)), place TEXT) STRICT;
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
, stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days')), householdMix TEXT CHECK (householdMix IN ('women_only', 'men_only', 'mixed')), hasChildren INTEGER NOT NULL DEFAULT 0 CHECK (hasChildren IN (0, 1)), isAlcoholFree INTEGER NOT NULL DEFAULT 0
  CHECK (isAlcoholFree IN (0, 1)), hasPrayerSpace INTEGER NOT NULL DEFAULT 0
  CHECK (hasPrayerSpace IN (0, 1)), isStepFree INTEGER NOT NULL DEFAULT 0 CHECK (isStepFree IN (0, 1)), hasLock INTEGER NOT NULL DEFAULT 0 CHECK (hasLock IN (0, 1)), rules TEXT, wishes TEXT, homeVisitOn TEXT CHECK (homeVisitOn IS date(homeVisitOn, '+0 days')), referencesOn TEXT
  CHECK (referencesOn IS date(referencesOn, '+0 days')), trainingOn TEXT CHECK (trainingOn IS date(trainingOn, '+0 days')), concern TEXT, suspendedOn TEXT CHECK (suspendedOn IS date(suspendedOn, '+0 days')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), nameKana TEXT, nameRoman TEXT, representativeRoman TEXT) STRICT;
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
, stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days')), persons INTEGER, guestAgreedOn TEXT
  CHECK (guestAgreedOn IS date(guestAgreedOn, '+0 days')), hostAgreedOn TEXT
  CHECK (hostAgreedOn IS date(hostAgreedOn, '+0 days')), moveOnState TEXT
  CHECK (moveOnState IN ('searching', 'applied', 'secured')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
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
, hosts TEXT, repeats TEXT CHECK (repeats IN (
    'weekly', 'every_two_weeks', 'monthly_by_date', 'monthly_by_weekday')), repeatsUntil TEXT CHECK (repeatsUntil IS date(repeatsUntil, '+0 days')), series INTEGER REFERENCES salon (id), headcountVolunteers INTEGER, headcountCompanies INTEGER, headcountGovernment INTEGER, seats INTEGER, waiting INTEGER, persons INTEGER, visits INTEGER, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), activity INTEGER REFERENCES activity (id), workingGroup INTEGER REFERENCES workinggroup (id), headcountParliamentarians INTEGER, headcountOrganisations INTEGER, themeEnglish TEXT, volunteer INTEGER REFERENCES volunteer (id)) STRICT;
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
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
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
, stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), nameKana TEXT, nameRoman TEXT) STRICT;
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
, cefr TEXT CHECK (cefr IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2')), english TEXT CHECK (english IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2')), levelIsMust INTEGER NOT NULL DEFAULT 0 CHECK (levelIsMust IN (0, 1)), skills TEXT, weeklyHours INTEGER, colleagues INTEGER, conditions TEXT, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
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
, stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days')), pausedOn TEXT CHECK (pausedOn IS date(pausedOn, '+0 days')), pausedFor INTEGER REFERENCES placement (id), statusResult TEXT CHECK (statusResult IN (
  'granted', 'refused')), statusDecidedOn TEXT
  CHECK (statusDecidedOn IS date(statusDecidedOn, '+0 days')), retentionCheckedOn TEXT
  CHECK (retentionCheckedOn IS date(retentionCheckedOn, '+0 days')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), barriers TEXT) STRICT;
CREATE TABLE caseSerial (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;
CREATE TABLE nameKey (
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (kind, folded, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE sshKey (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  type TEXT NOT NULL CHECK (type IN ('ssh-ed25519', 'sk-ssh-ed25519@openssh.com')),
  blob TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  addedAt INTEGER NOT NULL,
  revokedAt INTEGER
) STRICT;
CREATE TABLE journalContent (
  sequence INTEGER PRIMARY KEY REFERENCES journalRow (sequence),
  before TEXT,
  after TEXT,
  reason TEXT,
  salt BLOB NOT NULL
) STRICT;
CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  numberEnding TEXT CHECK (length(numberEnding) <= 2),
  issuedOn TEXT CHECK (issuedOn IS date(issuedOn, '+0 days')),
  expiresOn TEXT CHECK (expiresOn IS date(expiresOn, '+0 days')),
  appearOn TEXT CHECK (appearOn IS date(appearOn, '+0 days')),
  seenBy INTEGER REFERENCES staff (id),
  keptAt TEXT,
  notes TEXT
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), lostOn TEXT CHECK (lostOn IS date(lostOn, '+0 days')), changedOn TEXT CHECK (changedOn IS date(changedOn, '+0 days')), type TEXT NOT NULL DEFAULT 'other' CHECK (type IN (
  'residence_card', 'specified_residence_card', 'passport', 'designation_paper',
  'certificate_of_refugee_recognition', 'certificate_of_complementary_protection',
  'refugee_travel_document', 'certificate_of_provisional_release',
  'certificate_of_provisional_stay', 'certificate_of_temporary_refuge', 'reporting_date_notice',
  'application_receipt', 'permission_certificate', 'national_health_insurance', 'my_number', 'cv',
  'certificate', 'letter_of_guarantee', 'other'))) STRICT;
CREATE TABLE supportcategory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  supportCategory TEXT NOT NULL CHECK (supportCategory IN (
    'recognized_refugee', 'person_under_complementary_protection', 'asylum_seeker',
    'humanitarian_status_holder', 'person_under_emergency_evacuation_measures', 'evacuee',
    'de_facto_refugee', 'resettled_refugee', 'family_member', 'other')),
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES supportcategory (id),
  notes TEXT, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16),
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE TABLE procedure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  procedureStage TEXT NOT NULL CHECK (procedureStage IN (
    'none', 'app_refugee', 'app_comp', 'interview', 'granted_ref', 'granted_comp', 'denied_hum',
    'denied', 'denied_comp', 'appeal', 'appeal_ok', 'appeal_ng', 'lawsuit', 'reapply',
    'withdrawn')),
  notifiedOn TEXT CHECK (notifiedOn IS date(notifiedOn, '+0 days')),
  triageLetter TEXT CHECK (triageLetter IN (
    'a', 'b', 'c', 'd1', 'd2')),
  applicationNumber INTEGER,
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES procedure (id),
  notes TEXT, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), newMaterialOn TEXT
  CHECK (newMaterialOn IS date(newMaterialOn, '+0 days')), judgmentServedOn TEXT
  CHECK (judgmentServedOn IS date(judgmentServedOn, '+0 days')),
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE TABLE residence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  designatedActivityKind TEXT CHECK (designatedActivityKind IN (
    'ra_2m', 'ra_3m', 'ra_6m_no', 'ra_6m_ok', 'em_mm_1y', 'em_mm_6m', 'em_sd', 'af', 'ua_1y',
    'hum_1y', 'dep', 'other')),
  stayBasis TEXT CHECK (stayBasis IN (
    'permission_for_provisional_stay', 'provisional_release',
    'monitoring_measures_before_deportation_order',
    'monitoring_measures_after_deportation_order', 'in_detention',
    'landing_permission_for_temporary_refuge', 'overstay')),
  periodMonths INTEGER,
  periodDays INTEGER,
  expires TEXT CHECK (expires IS date(expires, '+0 days')),
  renewalAppliedOn TEXT CHECK (renewalAppliedOn IS date(renewalAppliedOn, '+0 days')),
  renewalDecidedOn TEXT CHECK (renewalDecidedOn IS date(renewalDecidedOn, '+0 days')),
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES residence (id),
  notes TEXT, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), detainedAt TEXT, alternative TEXT CHECK (alternative IN (
    'provisional_release', 'monitoring_measures', 'provisional_stay', 'community_shelter', 'other')), alternativeOn TEXT
  CHECK (alternativeOn IS date(alternativeOn, '+0 days')), findingNotifiedOn TEXT
  CHECK (findingNotifiedOn IS date(findingNotifiedOn, '+0 days')), hearingRequestedOn TEXT
  CHECK (hearingRequestedOn IS date(hearingRequestedOn, '+0 days')), rulingNotifiedOn TEXT
  CHECK (rulingNotifiedOn IS date(rulingNotifiedOn, '+0 days')), objectionFiledOn TEXT
  CHECK (objectionFiledOn IS date(objectionFiledOn, '+0 days')), supervisorEventOn TEXT
  CHECK (supervisorEventOn IS date(supervisorEventOn, '+0 days')), organisationLeftOn TEXT
  CHECK (organisationLeftOn IS date(organisationLeftOn, '+0 days')), organisationJoinedOn TEXT
  CHECK (organisationJoinedOn IS date(organisationJoinedOn, '+0 days')), spouseEndedOn TEXT
  CHECK (spouseEndedOn IS date(spouseEndedOn, '+0 days')), statusOfResidence TEXT NOT NULL DEFAULT 'other' CHECK (statusOfResidence IN (
  'long_term_resident', 'designated_activities', 'permanent_resident',
  'engineer_specialist_in_humanities_international_services', 'specified_skilled_worker',
  'highly_skilled_professional', 'business_manager', 'technical_intern_training', 'student',
  'dependent', 'spouse_or_child_of_japanese_national', 'spouse_or_child_of_permanent_resident',
  'temporary_visitor', 'professor', 'artist', 'religious_activities', 'journalist',
  'legal_accounting_services', 'medical_services', 'researcher', 'instructor',
  'intra_company_transferee', 'nursing_care', 'entertainer', 'skilled_labor',
  'cultural_activities', 'trainee', 'employment_for_skill_development', 'other', 'none')), decisionNotifiedOn TEXT
  CHECK (decisionNotifiedOn IS date(decisionNotifiedOn, '+0 days')), orderNotifiedOn TEXT
  CHECK (orderNotifiedOn IS date(orderNotifiedOn, '+0 days')), lawsuitFiledOn TEXT
  CHECK (lawsuitFiledOn IS date(lawsuitFiledOn, '+0 days')), organisationChangedOn TEXT
  CHECK (organisationChangedOn IS date(organisationChangedOn, '+0 days')),
  -- Kinds whose name says that work is permitted are known from a paper alone.
  CHECK (document IS NOT NULL OR ifnull(designatedActivityKind, '') NOT IN (
    'ra_6m_ok', 'em_mm_1y', 'em_mm_6m', 'em_sd', 'ua_1y')),
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE TABLE workpermission (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  workPermission TEXT NOT NULL CHECK (workPermission IN (
    'permitted_unrestricted', 'permitted_within_designation', 'part_time_permission',
    'permission_for_remunerated_activity', 'not_permitted', 'to_be_confirmed')),
  employer TEXT,
  document INTEGER REFERENCES document (id),
  confirmedBy INTEGER REFERENCES staff (id),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  corrects INTEGER REFERENCES workpermission (id),
  notes TEXT, occupation TEXT, until TEXT CHECK (until IS date(until, '+0 days')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), weeklyHours INTEGER,
  -- Nobody may work until somebody has seen a paper that says so.
  CHECK (workPermission = 'to_be_confirmed' OR document IS NOT NULL),
  CHECK ((document IS NULL) = (confirmedBy IS NULL)
    AND (document IS NULL) = (confirmedOn IS NULL))
) STRICT;
CREATE TABLE owndeadline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  rule TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  due TEXT CHECK (due IS date(due, '+0 days')),
  done TEXT CHECK (done IS date(done, '+0 days')),
  countedFrom TEXT CHECK (countedFrom IS date(countedFrom, '+0 days')),
  staff INTEGER REFERENCES staff (id),
  reason TEXT
, about TEXT, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), answer TEXT
  CHECK (answer IN ('recorded', 'done', 'mistake', 'no_longer'))) STRICT;
CREATE TABLE deadline (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  "case" INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('computed', 'own', 'to_confirm')),
  doubts TEXT,
  computed TEXT CHECK (computed IS date(computed, '+0 days')),
  countedFrom TEXT NOT NULL CHECK (countedFrom IS date(countedFrom, '+0 days')),
  warnFrom TEXT NOT NULL CHECK (warnFrom IS date(warnFrom, '+0 days')),
  about TEXT NOT NULL,
  owner INTEGER REFERENCES staff (id),
  done TEXT CHECK (done IS date(done, '+0 days')),
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (done IS NULL) VIRTUAL
, category TEXT NOT NULL DEFAULT 'legal'
  CHECK (category IN ('critical', 'legal', 'practice', 'contact')), answer TEXT
  CHECK (answer IN ('recorded', 'done', 'mistake', 'no_longer')), answeredOn TEXT CHECK (answeredOn IS date(answeredOn, '+0 days')), answeredBy INTEGER REFERENCES staff (id), answerRecord TEXT, reason TEXT, knownSince TEXT CHECK (knownSince IS date(knownSince, '+0 days')), seenOn TEXT CHECK (seenOn IS date(seenOn, '+0 days')), seenBy INTEGER REFERENCES staff (id), unseenSince TEXT
  CHECK (unseenSince IS date(unseenSince, '+0 days')), coverFrom TEXT CHECK (coverFrom IS date(coverFrom, '+0 days')), supervisorFrom TEXT
  CHECK (supervisorFrom IS date(supervisorFrom, '+0 days'))) STRICT;
CREATE TABLE household (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  size INTEGER,
  notes TEXT
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
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
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (status = 'given') VIRTUAL, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), sheet INTEGER CHECK (sheet > 0),
  CHECK (status <> 'withdrawn' OR withdrawnOn IS NOT NULL)
) STRICT;
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
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
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
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
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
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), nights INTEGER) STRICT;
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
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (stage IN ('requested', 'accepted')) VIRTUAL, stageSince TEXT CHECK (stageSince IS date(stageSince, '+0 days')), uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16),
  CHECK (scope GLOB 'sharing_with_*')
) STRICT;
CREATE TABLE cover (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  staff INTEGER NOT NULL REFERENCES staff (id),
  coveredBy INTEGER NOT NULL REFERENCES staff (id),
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days')),
  "to" TEXT NOT NULL CHECK ("to" IS date("to", '+0 days'))
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
CREATE TABLE duplicateKey (
  key TEXT NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE encounter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  salon INTEGER NOT NULL REFERENCES salon (id),
  met INTEGER REFERENCES "case" (id),
  metName TEXT,
  bothWish INTEGER NOT NULL CHECK (bothWish IN (0, 1)),
  "on" TEXT CHECK ("on" IS date("on", '+0 days')),
  notes TEXT
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
CREATE TABLE hostadult (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  host INTEGER NOT NULL REFERENCES host (id),
  name TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('pending', 'clear', 'concern')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  staff INTEGER REFERENCES staff (id),
  notes TEXT
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
CREATE TABLE lodging (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  stage TEXT NOT NULL CHECK (stage IN ('waiting', 'arranged', 'withdrawn')),
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days')),
  until TEXT NOT NULL CHECK (until IS date(until, '+0 days')),
  persons INTEGER NOT NULL,
  guests TEXT NOT NULL CHECK (guests IN (
    'woman', 'man', 'couple', 'family', 'women_children')),
  smokes INTEGER NOT NULL DEFAULT 0 CHECK (smokes IN (0, 1)),
  drinks INTEGER NOT NULL DEFAULT 0 CHECK (drinks IN (0, 1)),
  bringsPet INTEGER NOT NULL DEFAULT 0 CHECK (bringsPet IN (0, 1)),
  languages TEXT,
  languageNeed TEXT CHECK (languageNeed IN ('must', 'prefer')),
  diets TEXT,
  dietNeed TEXT CHECK (dietNeed IN ('must', 'prefer')),
  prefectures TEXT,
  areaNeed TEXT CHECK (areaNeed IN ('must', 'prefer')),
  nonSmoking TEXT CHECK (nonSmoking IN ('must', 'prefer')),
  noPets TEXT CHECK (noPets IN ('must', 'prefer')),
  womenHousehold TEXT CHECK (womenHousehold IN ('must', 'prefer')),
  alcoholFree TEXT CHECK (alcoholFree IN ('must', 'prefer')),
  prayerSpace TEXT CHECK (prayerSpace IN ('must', 'prefer')),
  stepFree TEXT CHECK (stepFree IN ('must', 'prefer')),
  privateRoom TEXT CHECK (privateRoom IN ('must', 'prefer')),
  lock TEXT CHECK (lock IN ('must', 'prefer')),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (stage = 'waiting') VIRTUAL
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
CREATE TABLE blockedpair (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  host INTEGER NOT NULL REFERENCES host (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  reason TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id)
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
CREATE TABLE checkin (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  homestay INTEGER NOT NULL REFERENCES homestay (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  asked TEXT NOT NULL CHECK (asked IN ('guest', 'host')),
  mood TEXT NOT NULL CHECK (mood IN ('good', 'concern', 'urgent')),
  notes TEXT,
  staff INTEGER REFERENCES staff (id)
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), volunteer INTEGER REFERENCES volunteer (id)) STRICT;
CREATE TABLE candidate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  stage TEXT NOT NULL CHECK (stage IN (
    'registered', 'career_interview', 'in_training', 'job_ready', 'employed', 'paused',
    'found_job_independently', 'ended')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  occupations TEXT,
  skills TEXT,
  japaneseLevel TEXT CHECK (japaneseLevel IN (
    'n1', 'n2', 'n3', 'n4', 'n5', 'below_n5', 'unknown')),
  jlptScore INTEGER,
  cefr TEXT CHECK (cefr IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  english TEXT CHECK (english IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  education TEXT CHECK (education IN (
    'none', 'primary', 'lower_secondary', 'upper_secondary', 'vocational', 'bachelor', 'master',
    'doctorate')),
  experienceYears INTEGER,
  prefectures TEXT,
  employmentTypes TEXT,
  payMinimum INTEGER,
  wantsRemote INTEGER NOT NULL DEFAULT 0 CHECK (wantsRemote IN (0, 1)),
  startFrom TEXT CHECK (startFrom IS date(startFrom, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (
    stage NOT IN ('employed', 'paused', 'found_job_independently', 'ended')) VIRTUAL
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16), training TEXT) STRICT;
CREATE TABLE companycontact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  company INTEGER NOT NULL REFERENCES company (id),
  name TEXT NOT NULL,
  role TEXT,
  phone TEXT,
  email TEXT,
  lastSpokenOn TEXT CHECK (lastSpokenOn IS date(lastSpokenOn, '+0 days')),
  notes TEXT
, uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16)) STRICT;
CREATE TABLE storeIdentity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- 128 random bits in hexadecimal digits; copies have the same.
  id TEXT NOT NULL CHECK (length(id) = 32),
  -- The number of the file in its file system; null until it was first opened.
  inode INTEGER
) STRICT;
CREATE TABLE derived (
  name TEXT PRIMARY KEY,
  revision TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE partner (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  nameEnglish TEXT,
  type TEXT CHECK (type IN (
    'government', 'municipality', 'international', 'ngo', 'network', 'refugee_led', 'religious',
    'company', 'academic', 'professional', 'other')),
  networkSize INTEGER CHECK (networkSize BETWEEN 0 AND 1000000),
  contactPerson TEXT,
  phone TEXT,
  email TEXT,
  notes TEXT,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16)
, roles TEXT) STRICT;
CREATE TABLE workinggroup (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  partner INTEGER REFERENCES partner (id),
  topic TEXT, members INTEGER,
  startedOn TEXT CHECK (startedOn IS date(startedOn, '+0 days')),
  endedOn TEXT CHECK (endedOn IS date(endedOn, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT
, nextMeeting TEXT
  CHECK (nextMeeting IS date(nextMeeting, '+0 days')), isOpen INTEGER NOT NULL
  GENERATED ALWAYS AS (endedOn IS NULL) VIRTUAL) STRICT;
CREATE TABLE municipality (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  prefecture TEXT, contactDesk TEXT, offers TEXT, languages TEXT, phone TEXT, email TEXT,
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  notes TEXT
, school TEXT CHECK (school IN ('yes', 'no', 'asks')), maternalHealth TEXT
  CHECK (maternalHealth IN ('yes', 'no', 'asks')), assistedDelivery TEXT
  CHECK (assistedDelivery IN ('yes', 'no', 'asks')), childAllowance TEXT
  CHECK (childAllowance IN ('yes', 'no', 'asks')), publicAssistance TEXT
  CHECK (publicAssistance IN ('yes', 'no', 'asks')), reports TEXT CHECK (reports IN ('yes', 'no', 'unclear'))) STRICT;
CREATE TABLE campaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT NOT NULL CHECK ("end" IS date("end", '+0 days')),
  goal INTEGER NOT NULL, joined INTEGER, monthlyValue INTEGER,
  closedOn TEXT CHECK (closedOn IS date(closedOn, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (closedOn IS NULL) VIRTUAL
) STRICT;
CREATE TABLE supporter (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('applied', 'active', 'paused', 'left')),
  type TEXT NOT NULL CHECK (type IN ('individual', 'company', 'organisation')),
  monthlyAmount INTEGER,
  joinedOn TEXT CHECK (joinedOn IS date(joinedOn, '+0 days')),
  leftOn TEXT CHECK (leftOn IS date(leftOn, '+0 days')),
  campaign INTEGER REFERENCES campaign (id),
  addressKnown INTEGER NOT NULL CHECK (addressKnown IN (0, 1)),
  isOfficer INTEGER NOT NULL CHECK (isOfficer IN (0, 1)),
  sameHousehold INTEGER REFERENCES supporter (id),
  phone TEXT, email TEXT, notes TEXT
) STRICT;
CREATE TABLE donation (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  supporter INTEGER NOT NULL REFERENCES supporter (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  amount INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('monthly', 'one_off', 'legacy')),
  campaign INTEGER REFERENCES campaign (id),
  isForReturn INTEGER NOT NULL CHECK (isForReturn IN (0, 1)),
  notes TEXT
) STRICT;
CREATE TABLE pledge (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  nameEnglish TEXT,
  partner INTEGER REFERENCES partner (id),
  objective TEXT CHECK (objective IN (
    'easing_pressure_on_host_countries', 'enhancing_refugee_self_reliance',
    'expanding_third_country_solutions', 'safe_and_dignified_return')),
  stage TEXT NOT NULL CHECK (stage IN (
    'planning', 'in_progress', 'fulfilled', 'stalled', 'withdrawn')),
  participation TEXT CHECK (participation IN ('none', 'consulted', 'co_designed', 'led')),
  committed INTEGER, disbursed INTEGER,
  currency TEXT CHECK (currency IN ('JPY', 'USD', 'EUR', 'GBP', 'CHF', 'KRW')),
  pledgedOn TEXT CHECK (pledgedOn IS date(pledgedOn, '+0 days')),
  firstYear INTEGER, lastYear INTEGER,
  owner INTEGER REFERENCES staff (id),
  updatedOn TEXT CHECK (updatedOn IS date(updatedOn, '+0 days')),
  updateDue TEXT CHECK (updateDue IS date(updateDue, '+0 days')),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (stage NOT IN ('fulfilled', 'withdrawn')) VIRTUAL
) STRICT;
CREATE TABLE pledgeupdate (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  pledge INTEGER NOT NULL REFERENCES pledge (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  stage TEXT CHECK (stage IN ('planning', 'in_progress', 'fulfilled', 'stalled', 'withdrawn')),
  participation TEXT CHECK (participation IN ('none', 'consulted', 'co_designed', 'led')),
  disbursed INTEGER, reporter TEXT,
  salon INTEGER REFERENCES salon (id),
  progress TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id)
) STRICT;
CREATE TABLE fundedprogramme (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('self_operated', 'grant', 'commissioned', 'other')),
  funder INTEGER REFERENCES partner (id),
  year INTEGER, years INTEGER,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  budget INTEGER, spent INTEGER, planned INTEGER, done INTEGER,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;
CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  programme INTEGER NOT NULL REFERENCES fundedprogramme (id),
  name TEXT NOT NULL, city TEXT NOT NULL, prefecture TEXT,
  planned INTEGER NOT NULL, doneElsewhere INTEGER, done INTEGER,
  until TEXT CHECK (until IS date(until, '+0 days')),
  notes TEXT
) STRICT;
CREATE TABLE "grant" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  partner INTEGER NOT NULL REFERENCES partner (id),
  purpose TEXT CHECK (purpose IN (
    'humanitarian', 'self_reliance', 'education', 'employment', 'other')),
  amount INTEGER NOT NULL,
  decidedOn TEXT NOT NULL CHECK (decidedOn IS date(decidedOn, '+0 days')),
  start TEXT CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  programme INTEGER REFERENCES fundedprogramme (id),
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;
CREATE TABLE grantreport (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
  type TEXT NOT NULL CHECK (type IN ('interim', 'final', 'accounts')),
  "grant" INTEGER REFERENCES "grant" (id),
  programme INTEGER REFERENCES fundedprogramme (id),
  done TEXT CHECK (done IS date(done, '+0 days')),
  owner INTEGER REFERENCES staff (id),
  notes TEXT,
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (done IS NULL) VIRTUAL,
  CHECK (("grant" IS NULL) <> (programme IS NULL))
) STRICT;
CREATE TABLE survey (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  programme INTEGER REFERENCES fundedprogramme (id),
  partner INTEGER REFERENCES partner (id),
  instrument TEXT, target TEXT,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  sample INTEGER, countries TEXT, findings TEXT,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;
CREATE TABLE mission (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  purpose TEXT NOT NULL,
  programme INTEGER REFERENCES fundedprogramme (id),
  partner INTEGER REFERENCES partner (id),
  country TEXT NOT NULL, city TEXT,
  start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
  "end" TEXT CHECK ("end" IS date("end", '+0 days')),
  travellers TEXT, cost INTEGER, findings TEXT,
  owner INTEGER REFERENCES staff (id)
) STRICT;
CREATE TABLE eventsession (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  salon INTEGER NOT NULL REFERENCES salon (id),
  title TEXT NOT NULL,
  begins TEXT CHECK (begins IS strftime('%H:%M', begins)),
  ends TEXT CHECK (ends IS strftime('%H:%M', ends)),
  speakers TEXT, languages TEXT, notes TEXT
) STRICT;
CREATE TABLE voice (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  salon INTEGER NOT NULL REFERENCES salon (id),
  topic TEXT NOT NULL, words TEXT NOT NULL, barriers TEXT, language TEXT
) STRICT;
CREATE TABLE story (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  placement INTEGER REFERENCES placement (id),
  title TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'approved', 'published', 'withdrawn')),
  publishedOn TEXT CHECK (publishedOn IS date(publishedOn, '+0 days')),
  place TEXT, body TEXT,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  partner INTEGER NOT NULL REFERENCES partner (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  topic TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('shared', 'learned', 'mutual')),
  country TEXT,
  salon INTEGER REFERENCES salon (id),
  learned TEXT,
  owner INTEGER REFERENCES staff (id)
) STRICT;
CREATE TABLE outreach (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  type TEXT NOT NULL CHECK (type IN (
    'lecture', 'school', 'music', 'exhibition', 'media', 'field_visit', 'other')),
  partner INTEGER REFERENCES partner (id),
  prefecture TEXT, reached INTEGER,
  owner INTEGER REFERENCES staff (id),
  notes TEXT
) STRICT;
CREATE TABLE volunteerwork (
  id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  minutes INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('activity', 'training')),
  role TEXT CHECK (role IN (
    'mentor', 'career_counsellor', 'japanese_tutor', 'interpreter', 'translator',
    'accompaniment', 'company_outreach', 'salon_host', 'host_family', 'it_trainer',
    'goods_sorting', 'lawyer', 'administrative_scrivener', 'labour_attorney',
    'health_professional', 'psychologist', 'monitoring_supervisor')),
  salon INTEGER REFERENCES salon (id),
  notes TEXT
) STRICT;
CREATE TABLE baseline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  indicator TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0),
  upTo TEXT NOT NULL CHECK (upTo IS date(upTo, '+0 days')),
  source TEXT,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16)
) STRICT;
CREATE TABLE supportentry (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  entryType TEXT NOT NULL CHECK (entryType IN ('service', 'contact')),
  serviceType TEXT CHECK (serviceType IN (
    'housing', 'emergency_shelter', 'food_goods', 'medical', 'psychosocial', 'legal',
    'employment', 'language', 'education', 'accompaniment', 'interpreting', 'financial',
    'community')),
  medium TEXT CHECK (medium IN (
    'in_person', 'phone', 'online', 'message', 'email', 'visit', 'accompaniment')),
  staff INTEGER REFERENCES staff (id)
) STRICT;
CREATE TABLE savedview (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  listed TEXT NOT NULL,
  words TEXT,
  sort TEXT,
  isShared INTEGER NOT NULL DEFAULT 0 CHECK (isShared IN (0, 1)),
  isRemoved INTEGER NOT NULL DEFAULT 0 CHECK (isRemoved IN (0, 1)),
  owner INTEGER NOT NULL REFERENCES staff (id),
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16)
) STRICT;
CREATE TABLE searchText (
  id INTEGER PRIMARY KEY,
  about INTEGER,
  names TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE searchIndex USING fts5 (
  names, notes, words, content = '', columnsize = 0, tokenize = 'ascii'
);
CREATE TABLE "statusMove" (
  recordKind TEXT NOT NULL,
  record INTEGER NOT NULL,
  -- The entry of the journal.
  sequence INTEGER NOT NULL,
  status TEXT NOT NULL,
  -- The day of the entry in Japan.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  -- The step that the entry takes back.
  undoes INTEGER,
  PRIMARY KEY (recordKind, record, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE "needscore" (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  "case" INTEGER NOT NULL,
  need INTEGER NOT NULL,
  domain TEXT NOT NULL CHECK (domain IN (
    'housing', 'income', 'food', 'health', 'mental_health', 'japanese', 'legal', 'employment',
    'education', 'family', 'safety', 'social_connection', 'paperwork', 'transport')),
  score TEXT NOT NULL CHECK (score IN (
    'not_assessed', 'crisis', 'vulnerable', 'stable', 'safe', 'self_reliant')),
  isFirst INTEGER NOT NULL DEFAULT 0 CHECK (isFirst IN (0, 1)),
  isLatest INTEGER NOT NULL DEFAULT 0 CHECK (isLatest IN (0, 1))
) STRICT;
CREATE TABLE journalWord (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE journalRow (
  sequence INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  who INTEGER REFERENCES journalWord (id),
  command INTEGER NOT NULL REFERENCES journalWord (id),
  kind INTEGER REFERENCES journalWord (id),
  record INTEGER,
  version INTEGER,
  undoes INTEGER,
  hash BLOB NOT NULL,
  mac BLOB NOT NULL,
  uid BLOB CHECK (length(uid) = 16)
) STRICT;
CREATE TABLE distinctpair (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  other INTEGER NOT NULL REFERENCES "case" (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  reason TEXT,
  staff INTEGER REFERENCES staff (id),
  withdrawnOn TEXT CHECK (withdrawnOn IS date(withdrawnOn, '+0 days')),
  isOpen INTEGER NOT NULL GENERATED ALWAYS AS (withdrawnOn IS NULL) VIRTUAL
) STRICT;
CREATE TABLE importStep (
  -- The sequence of its first entry, by which the step is called.
  step INTEGER PRIMARY KEY,
  -- Of its last entry so far.
  last INTEGER NOT NULL,
  -- Whether more is to come. Where nobody writes it any more, what is there of it is taken back.
  isOpen INTEGER NOT NULL CHECK (isOpen IN (0, 1))
) STRICT;
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
CREATE TABLE sighting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  rule TEXT NOT NULL,
  countedFrom TEXT NOT NULL CHECK (countedFrom IS date(countedFrom, '+0 days')),
  about TEXT NOT NULL,
  due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  staff INTEGER NOT NULL REFERENCES staff (id),
  owner INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TABLE ladder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  category TEXT NOT NULL CHECK (category IN ('critical', 'legal', 'practice', 'contact')),
  warnDays INTEGER CHECK (warnDays BETWEEN 0 AND 120),
  coverDays INTEGER NOT NULL CHECK (coverDays BETWEEN 0 AND 60),
  supervisorDays INTEGER NOT NULL CHECK (supervisorDays BETWEEN 0 AND 60)
) STRICT;
CREATE TABLE comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK (length(uid) = 16),
  "case" INTEGER NOT NULL REFERENCES "case" (id),
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
  type TEXT NOT NULL CHECK (type IN ('comment', 'thanks', 'answer')),
  body TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id)
) STRICT;
CREATE TABLE partnerKey (
  name TEXT NOT NULL PRIMARY KEY,
  scope TEXT NOT NULL,
  age TEXT NOT NULL,
  signer TEXT NOT NULL UNIQUE,
  addedAt INTEGER NOT NULL,
  confirmedAt INTEGER
) STRICT;
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
CREATE UNIQUE INDEX staffByAccount ON staff (account) WHERE isActive = 1 AND account IS NOT NULL;
CREATE INDEX personBySortName ON person (ifnull(sortName, x''));
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
CREATE INDEX assignmentByStart ON assignment (start);
CREATE INDEX assignmentByCaseAndStart ON assignment ("case", start);
CREATE INDEX assignmentByVolunteerAndStart ON assignment (volunteer, start);
CREATE INDEX contactByOn ON contact ("on");
CREATE INDEX contactByCaseAndOn ON contact ("case", "on");
CREATE INDEX contactByVolunteerAndOn ON contact (volunteer, "on");
CREATE INDEX noteByOn ON note ("on");
CREATE INDEX noteByCaseAndOn ON note ("case", "on");
CREATE INDEX followupByDue ON followup (due);
CREATE INDEX followupByCaseAndDue ON followup ("case", due);
CREATE INDEX followupByAssigneeAndDue ON followup (assignee, due);
CREATE INDEX followupByIsOpenAndDue ON followup (isOpen, due);
CREATE INDEX homestayByStart ON homestay (start);
CREATE INDEX homestayByCaseAndStart ON homestay ("case", start);
CREATE INDEX homestayByHostAndStart ON homestay (host, start);
CREATE INDEX homestayByStageAndStart ON homestay (stage, start);
CREATE INDEX homestayByIsOpenAndStart ON homestay (isOpen, start);
CREATE INDEX salonByDate ON salon (date);
CREATE INDEX salonByTypeAndDate ON salon (type, date);
CREATE INDEX salonByStatusAndDate ON salon (status, date);
CREATE UNIQUE INDEX attendanceOnce ON attendance (salon, "case") WHERE "case" IS NOT NULL;
CREATE INDEX attendanceByOn ON attendance (ifnull("on", x''));
CREATE INDEX attendanceBySalonAndOn ON attendance (salon, ifnull("on", x''));
CREATE INDEX attendanceByCaseAndOn ON attendance ("case", ifnull("on", x''));
CREATE INDEX attendanceByResultAndOn ON attendance (result, ifnull("on", x''));
CREATE INDEX jobByReceivedOn ON job (receivedOn);
CREATE INDEX jobByCompanyAndReceivedOn ON job (company, receivedOn);
CREATE INDEX placementByOn ON placement ("on");
CREATE INDEX placementByCaseAndOn ON placement ("case", "on");
CREATE INDEX placementByCompanyAndOn ON placement (company, "on");
CREATE INDEX placementByStageAndOn ON placement (stage, "on");
CREATE INDEX placementByIsOpenAndOn ON placement (isOpen, "on");
CREATE INDEX nameKeyByRecord ON nameKey (kind, record);
CREATE UNIQUE INDEX sshKeyActive ON sshKey (blob) WHERE revokedAt IS NULL;
CREATE INDEX sshKeyByVolunteer ON sshKey (volunteer);
CREATE TRIGGER journalContentStays BEFORE UPDATE ON journalContent
WHEN NEW.sequence IS NOT OLD.sequence OR NEW.salt IS NOT OLD.salt
  OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.reason IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalContentIsKept BEFORE DELETE ON journalContent BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER attendanceDated AFTER INSERT ON attendance BEGIN
  UPDATE attendance SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER attendanceMoved AFTER UPDATE OF salon ON attendance BEGIN
  UPDATE attendance SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER salonMoved AFTER UPDATE OF date ON salon BEGIN
  UPDATE attendance SET "on" = NEW.date WHERE salon = NEW.id;
END;
CREATE TRIGGER followupAdded AFTER INSERT ON followup BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = NEW."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = NEW."case";
END;
CREATE TRIGGER followupRemoved AFTER DELETE ON followup BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = OLD."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = OLD."case";
END;
CREATE TRIGGER followupChanged AFTER UPDATE OF action, due, done, "case" ON followup BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = NEW."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = NEW."case";
END;
CREATE TRIGGER followupOfOtherCase AFTER UPDATE OF "case" ON followup
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET (nextAction, nextActionDue) = (
    SELECT action, due FROM followup
    WHERE "case" = OLD."case" AND done IS NULL ORDER BY due, id LIMIT 1)
  WHERE id = OLD."case";
END;
CREATE INDEX documentByOn ON document ("on");
CREATE INDEX documentByExpiresOn ON document (ifnull(expiresOn, x''));
CREATE INDEX documentByCaseAndOn ON document ("case", "on");
CREATE INDEX supportcategoryByOn ON supportcategory ("on");
CREATE INDEX supportcategoryByCaseAndOn ON supportcategory ("case", "on");
CREATE INDEX supportcategoryBySupportCategoryAndOn ON supportcategory (supportCategory, "on");
CREATE INDEX supportcategoryByDocument ON supportcategory (document) WHERE document IS NOT NULL;
CREATE INDEX supportcategoryByCorrects ON supportcategory (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX procedureByOn ON procedure ("on");
CREATE INDEX procedureByCaseAndOn ON procedure ("case", "on");
CREATE INDEX procedureByProcedureStageAndOn ON procedure (procedureStage, "on");
CREATE INDEX procedureByDocument ON procedure (document) WHERE document IS NOT NULL;
CREATE INDEX procedureByCorrects ON procedure (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX residenceByOn ON residence ("on");
CREATE INDEX residenceByExpires ON residence (ifnull(expires, x''));
CREATE INDEX residenceByCaseAndOn ON residence ("case", "on");
CREATE INDEX residenceByDocument ON residence (document) WHERE document IS NOT NULL;
CREATE INDEX residenceByCorrects ON residence (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX workpermissionByOn ON workpermission ("on");
CREATE INDEX workpermissionByCaseAndOn ON workpermission ("case", "on");
CREATE INDEX workpermissionByWorkPermissionAndOn ON workpermission (workPermission, "on");
CREATE INDEX workpermissionByDocument ON workpermission (document) WHERE document IS NOT NULL;
CREATE INDEX workpermissionByCorrects ON workpermission (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX owndeadlineByOn ON owndeadline ("on");
CREATE INDEX owndeadlineByCaseAndOn ON owndeadline ("case", "on");
CREATE INDEX owndeadlineByRuleAndOn ON owndeadline (rule, "on");
CREATE INDEX deadlineByDate ON deadline (date);
CREATE INDEX deadlineByWarnFrom ON deadline (warnFrom);
CREATE INDEX deadlineByCaseAndDate ON deadline ("case", date);
CREATE INDEX deadlineByRuleAndDate ON deadline (rule, date);
CREATE INDEX deadlineByOwnerAndDate ON deadline (owner, date);
CREATE INDEX deadlineByIsOpenAndDate ON deadline (isOpen, date);
CREATE INDEX deadlineByIsOpenAndWarnFrom ON deadline (isOpen, warnFrom);
CREATE INDEX caseByStayExpires ON "case" (ifnull(stayExpires, x''));
CREATE INDEX caseByStatusAndStayExpires ON "case" (status, ifnull(stayExpires, x''));
CREATE INDEX caseByOwnerAndStayExpires ON "case" (owner, ifnull(stayExpires, x''));
CREATE INDEX caseByIsOpenAndStayExpires ON "case" (isOpen, ifnull(stayExpires, x''));
CREATE INDEX caseBySupportCategoryAndNumber ON "case" (supportCategory, ifnull(number, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndNextActionDue
  ON "case" (supportCategory, ifnull(nextActionDue, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndOpened ON "case" (supportCategory, opened)
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndSortName ON "case" (supportCategory, ifnull(sortName, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseBySupportCategoryAndStayExpires
  ON "case" (supportCategory, ifnull(stayExpires, x''))
  WHERE supportCategory IS NOT NULL;
CREATE INDEX caseByProcedureStageAndNumber ON "case" (procedureStage, ifnull(number, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndNextActionDue
  ON "case" (procedureStage, ifnull(nextActionDue, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndOpened ON "case" (procedureStage, opened)
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndSortName ON "case" (procedureStage, ifnull(sortName, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByProcedureStageAndStayExpires
  ON "case" (procedureStage, ifnull(stayExpires, x''))
  WHERE procedureStage IS NOT NULL;
CREATE INDEX caseByWorkPermissionAndNumber ON "case" (workPermission, ifnull(number, x''));
CREATE INDEX caseByWorkPermissionAndNextActionDue
  ON "case" (workPermission, ifnull(nextActionDue, x''));
CREATE INDEX caseByWorkPermissionAndOpened ON "case" (workPermission, opened);
CREATE INDEX caseByWorkPermissionAndSortName ON "case" (workPermission, ifnull(sortName, x''));
CREATE INDEX caseByWorkPermissionAndStayExpires
  ON "case" (workPermission, ifnull(stayExpires, x''));
CREATE VIEW supportcategoryNow AS
SELECT r."case", r.supportCategory, r."on", r.document, r.confirmedOn FROM supportcategory AS r
WHERE r.id = (
  SELECT n.id FROM supportcategory AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM supportcategory AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);
CREATE VIEW procedureNow AS
SELECT r."case", r.procedureStage, r."on", r.document, r.confirmedOn FROM procedure AS r
WHERE r.id = (
  SELECT n.id FROM procedure AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM procedure AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);
CREATE VIEW workpermissionNow AS
SELECT r."case", r.workPermission, r."on", r.document, r.confirmedOn FROM workpermission AS r
WHERE r.id = (
  SELECT n.id FROM workpermission AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM workpermission AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);
CREATE TRIGGER supportcategoryAdded AFTER INSERT ON supportcategory BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = NEW."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER supportcategoryChanged AFTER UPDATE ON supportcategory BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = NEW."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER supportcategoryOfOtherCase AFTER UPDATE OF "case" ON supportcategory
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = OLD."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
CREATE TRIGGER supportcategoryRemoved AFTER DELETE ON supportcategory BEGIN
  UPDATE "case" SET
    supportCategory = (
      SELECT supportCategory FROM supportcategoryNow WHERE "case" = OLD."case"),
    supportCategoryConfirmed = ifnull((
      SELECT document IS NOT NULL FROM supportcategoryNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
CREATE TRIGGER procedureAdded AFTER INSERT ON procedure BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = NEW."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER procedureChanged AFTER UPDATE ON procedure BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = NEW."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = NEW."case"), 0)
  WHERE id = NEW."case";
END;
CREATE TRIGGER procedureOfOtherCase AFTER UPDATE OF "case" ON procedure
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = OLD."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
CREATE TRIGGER procedureRemoved AFTER DELETE ON procedure BEGIN
  UPDATE "case" SET
    procedureStage = (
      SELECT procedureStage FROM procedureNow WHERE "case" = OLD."case"),
    procedureConfirmed = ifnull((
      SELECT document IS NOT NULL FROM procedureNow WHERE "case" = OLD."case"), 0)
  WHERE id = OLD."case";
END;
CREATE INDEX householdByName ON household (name);
CREATE INDEX personByHousehold ON person (household) WHERE household IS NOT NULL;
CREATE INDEX consentByOn ON consent ("on");
CREATE INDEX consentByCaseAndOn ON consent ("case", "on");
CREATE INDEX consentByScopeAndOn ON consent (scope, "on");
CREATE INDEX needByOn ON need ("on");
CREATE INDEX needByCaseAndOn ON need ("case", "on");
CREATE INDEX goalByOn ON goal ("on");
CREATE INDEX goalByCaseAndOn ON goal ("case", "on");
CREATE INDEX serviceByOn ON service ("on");
CREATE INDEX serviceByCaseAndOn ON service ("case", "on");
CREATE INDEX serviceByServiceTypeAndOn ON service (serviceType, "on");
CREATE INDEX referralByOn ON referral ("on");
CREATE INDEX referralByCaseAndOn ON referral ("case", "on");
CREATE INDEX referralByStageAndOn ON referral (stage, "on");
CREATE INDEX coverByFrom ON cover ("from");
CREATE INDEX coverByStaffAndFrom ON cover (staff, "from");
CREATE INDEX coverByCoveredByAndFrom ON cover (coveredBy, "from");
CREATE INDEX caseByContactDue ON "case" (ifnull(contactDue, x''));
CREATE INDEX caseByOwnerAndContactDue ON "case" (owner, ifnull(contactDue, x''));
CREATE INDEX caseByOwnerAndIsOpenAndNumber ON "case" (owner, isOpen, ifnull(number, x''));
CREATE INDEX followupByAssigneeAndIsOpenAndDue ON followup (assignee, isOpen, due);
CREATE INDEX homestayByIsOpenAndEnd ON homestay (isOpen, ifnull("end", x''));
CREATE INDEX duplicateKeyByPerson ON duplicateKey (person);
CREATE INDEX salonBySeriesAndDate ON salon (series, date);
CREATE INDEX encounterByOn ON encounter (ifnull("on", x''));
CREATE INDEX encounterByCaseAndOn ON encounter ("case", ifnull("on", x''));
CREATE INDEX encounterByMetAndOn ON encounter (met, ifnull("on", x''));
CREATE INDEX encounterBySalonAndOn ON encounter (salon, ifnull("on", x''));
CREATE TRIGGER encounterAdded AFTER INSERT ON encounter BEGIN
  UPDATE encounter SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER encounterMoved AFTER UPDATE OF salon ON encounter BEGIN
  UPDATE encounter SET "on" = (SELECT date FROM salon WHERE id = NEW.salon) WHERE id = NEW.id;
END;
CREATE TRIGGER salonMovedEncounters AFTER UPDATE OF date ON salon BEGIN
  UPDATE encounter SET "on" = NEW.date WHERE salon = NEW.id;
END;
CREATE INDEX attendanceByGuestName ON attendance (guestName) WHERE guestName IS NOT NULL;
CREATE INDEX caseByIsOpenAndAbsentSince ON "case" (isOpen, ifnull(absentSince, x''));
CREATE INDEX caseByOwnerAndIsOpenAndAbsentSince ON "case" (owner, isOpen, ifnull(absentSince, x''));
CREATE VIEW attendedPerson AS
SELECT a.salon, ifnull(a."on", x'') AS "on",
  CASE WHEN a."case" IS NULL THEN 'g' || a.personRole || ' ' || a.guestName
    ELSE 'p' || (SELECT person FROM "case" WHERE id = a."case") END AS who
FROM attendance AS a WHERE a.result = 'attended';
CREATE VIEW salonNumber AS
SELECT s.id AS salon,
  (SELECT count(*) FROM attendance AS a
    WHERE a.salon = s.id AND a.result NOT IN ('waitlisted', 'cancelled', 'excused_absence')) AS seats,
  (SELECT count(*) FROM attendance AS a
    WHERE a.salon = s.id AND a.result = 'waitlisted') AS waiting,
  (SELECT count(DISTINCT who) FROM attendedPerson AS p WHERE p.salon = s.id) AS persons,
  (SELECT count(*) FROM attendance AS a WHERE a.salon = s.id AND a.result = 'attended')
    + ifnull(s.headcountRefugees, 0) + ifnull(s.headcountCitizens, 0)
    + ifnull(s.headcountVolunteers, 0) + ifnull(s.headcountCompanies, 0)
    + ifnull(s.headcountGovernment, 0) + ifnull(s.headcountStaff, 0) AS visits
FROM salon AS s;
CREATE VIEW samePerson AS
SELECT own.id AS "case", other.id AS other
FROM "case" AS own JOIN "case" AS other ON other.person = own.person;
CREATE VIEW firstVisit AS
SELECT a.id AS attendance, a.result IN ('registered', 'waitlisted', 'attended') AND CASE
  WHEN a."case" IS NOT NULL THEN NOT EXISTS (
    SELECT 1 FROM samePerson AS p JOIN attendance AS b ON b."case" = p.other
    WHERE p."case" = a."case" AND +b.result = 'attended' AND (b."on", b.id) < (a."on", a.id))
  ELSE NOT EXISTS (SELECT 1 FROM attendance AS b
    WHERE b.guestName = a.guestName AND b.personRole = a.personRole AND +b."case" IS NULL
      AND +b.result = 'attended' AND (b."on", b.id) < (a."on", a.id)) END AS isFirst
FROM attendance AS a;
CREATE VIEW absenceInRow AS
SELECT p."case", a."on" FROM samePerson AS p JOIN attendance AS a ON a."case" = p.other
WHERE +a.result = 'unexcused_absence' AND NOT EXISTS (
  SELECT 1 FROM samePerson AS q JOIN attendance AS b ON b."case" = q.other
  WHERE q."case" = p."case" AND +b.result IN ('attended', 'excused_absence')
    AND (b."on", b.id) > (a."on", a.id));
CREATE TRIGGER salonCounted AFTER INSERT ON salon BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = NEW.id)
  WHERE id = NEW.id;
END;
CREATE TRIGGER attendanceCounted
AFTER UPDATE OF salon, "case", guestName, personRole, result, "on" ON attendance
BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = salon.id)
  WHERE id IN (OLD.salon, NEW.salon);
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE "case" IN (SELECT other FROM samePerson AS p WHERE p."case" IN (OLD."case", NEW."case"));
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE guestName IN (OLD.guestName, NEW.guestName) AND +"case" IS NULL;
  UPDATE "case" SET (absences, absentSince) = (
    SELECT nullif(count(*), 0), CASE WHEN count(*) >= 2 THEN min(a."on") END
    FROM absenceInRow AS a WHERE a."case" = "case".id)
  WHERE id IN (SELECT other FROM samePerson AS p WHERE p."case" IN (OLD."case", NEW."case"));
END;
CREATE TRIGGER attendanceUncounted AFTER DELETE ON attendance BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = salon.id)
  WHERE id = OLD.salon;
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE "case" IN (SELECT other FROM samePerson AS p WHERE p."case" = OLD."case");
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE guestName = OLD.guestName AND +"case" IS NULL;
  UPDATE "case" SET (absences, absentSince) = (
    SELECT nullif(count(*), 0), CASE WHEN count(*) >= 2 THEN min(a."on") END
    FROM absenceInRow AS a WHERE a."case" = "case".id)
  WHERE id IN (SELECT other FROM samePerson AS p WHERE p."case" = OLD."case");
END;
CREATE TRIGGER attendancePersonChanged AFTER UPDATE OF person ON "case"
WHEN OLD.person IS NOT NEW.person
BEGIN
  UPDATE salon SET persons = (
    SELECT n.persons FROM salonNumber AS n WHERE n.salon = salon.id)
  WHERE id IN (SELECT salon FROM attendance WHERE "case" = NEW.id);
  UPDATE attendance SET isFirstTime = (SELECT v.isFirst FROM firstVisit AS v WHERE v.attendance = id)
  WHERE "case" IN (SELECT id FROM "case" WHERE person IN (OLD.person, NEW.person));
  UPDATE "case" SET (absences, absentSince) = (
    SELECT nullif(count(*), 0), CASE WHEN count(*) >= 2 THEN min(a."on") END
    FROM absenceInRow AS a WHERE a."case" = "case".id)
  WHERE person IN (OLD.person, NEW.person);
END;
CREATE INDEX homestayByStageSince ON homestay (ifnull(stageSince, x''));
CREATE INDEX placementByStageSince ON placement (ifnull(stageSince, x''));
CREATE INDEX placementByStageAndStageSince ON placement (stage, ifnull(stageSince, x''));
CREATE VIEW stageMove AS
SELECT j.sequence, j.recordKind, j.record, j.undoes,
  substr(c.after, instr(c.after, '"stage":"') + 9,
    instr(substr(c.after, instr(c.after, '"stage":"') + 9), '"') - 1) AS stage,
  date(j.at, 'unixepoch', '+9 hours') AS day
FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
WHERE instr(c.after, '"stage":"') > 0;
CREATE VIEW stageBegun AS
SELECT m.sequence, m.recordKind, m.record, coalesce(
  (SELECT e.day FROM stageMove AS e
    WHERE e.recordKind = m.recordKind AND e.record = m.record AND e.stage = m.stage
      AND e.undoes IS NULL AND e.sequence < m.undoes
    ORDER BY e.sequence DESC LIMIT 1), m.day) AS day
FROM stageMove AS m;
CREATE INDEX hostadultByOn ON hostadult ("on");
CREATE INDEX hostadultByHostAndOn ON hostadult (host, "on");
CREATE INDEX lodgingByFrom ON lodging ("from");
CREATE INDEX lodgingByCaseAndFrom ON lodging ("case", "from");
CREATE INDEX lodgingByStageAndFrom ON lodging (stage, "from");
CREATE INDEX blockedpairByOn ON blockedpair ("on");
CREATE INDEX blockedpairByCaseAndOn ON blockedpair ("case", "on");
CREATE INDEX blockedpairByHostAndOn ON blockedpair (host, "on");
CREATE INDEX checkinByOn ON checkin ("on");
CREATE INDEX checkinByCaseAndOn ON checkin ("case", "on");
CREATE INDEX checkinByHomestayAndOn ON checkin (homestay, "on");
CREATE TRIGGER checkinOfStay AFTER INSERT ON checkin BEGIN
  SELECT raise(ABORT, 'homestay otherCase') FROM homestay
  WHERE id = NEW.homestay AND "case" <> NEW."case";
END;
CREATE VIEW inTouch AS
SELECT id AS "case", nullif(max(
  ifnull((
    SELECT max("on") FROM contact WHERE contact."case" = "case".id AND contactMade = 1), ''),
  ifnull((
    SELECT max("on") FROM checkin WHERE checkin."case" = "case".id AND asked = 'guest'), '')
  ), '') AS "on"
FROM "case";
CREATE TRIGGER contactAdded AFTER INSERT ON contact WHEN NEW.contactMade = 1 BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = NEW."case";
END;
CREATE TRIGGER contactRemoved AFTER DELETE ON contact BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = OLD."case";
END;
CREATE TRIGGER contactChanged AFTER UPDATE OF "on", contactMade, "case" ON contact BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id IN (OLD."case", NEW."case");
END;
CREATE TRIGGER checkinAdded AFTER INSERT ON checkin WHEN NEW.asked = 'guest' BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = NEW."case";
END;
CREATE TRIGGER checkinRemoved AFTER DELETE ON checkin BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id = OLD."case";
END;
CREATE TRIGGER checkinChanged AFTER UPDATE OF "on", asked, "case" ON checkin BEGIN
  UPDATE "case" SET lastContact = (SELECT "on" FROM inTouch WHERE inTouch."case" = "case".id)
  WHERE id IN (OLD."case", NEW."case");
END;
CREATE VIEW stayNights AS
SELECT id, host, "case", stage, start, ifnull(persons, 1) AS persons,
  ifnull(max("end", date(start, '+1 day')), '9999-12-31') AS leaves,
  stage IN ('confirmed', 'in_progress', 'extended') AS holdsBed
FROM homestay;
CREATE VIEW stayWithoutBed AS
SELECT mine.id FROM stayNights AS mine JOIN host ON host.id = mine.host
WHERE mine.holdsBed AND EXISTS (
  SELECT 1 FROM stayNights AS first
  WHERE first.host = mine.host AND first.holdsBed
    AND (first.id = mine.id OR first.start > mine.start AND first.start < mine.leaves)
    AND ifnull(host.capacity, 0) < (
      SELECT sum(guest.persons) FROM stayNights AS guest
      WHERE guest.host = mine.host AND guest.holdsBed
        AND guest.start <= first.start AND guest.leaves > first.start));
CREATE VIEW stayUnapproved AS
SELECT mine.id FROM stayNights AS mine JOIN host ON host.id = mine.host
WHERE mine.holdsBed AND (
    host.stage NOT IN ('approved', 'hosting') OR ifnull(host.approvalExpires, '') < mine.start)
  OR mine.stage IN ('proposed', 'guest_agreed', 'host_agreed', 'met')
    AND host.stage IN ('suspended', 'not_approved', 'left');
CREATE VIEW stayBlocked AS
SELECT mine.id FROM homestay AS mine JOIN blockedpair ON blockedpair.host = mine.host
  JOIN samePerson ON samePerson."case" = mine."case" AND samePerson.other = blockedpair."case"
WHERE mine.isOpen = 1;
CREATE VIEW stayTwice AS
SELECT mine.id FROM stayNights AS mine
WHERE mine.holdsBed AND EXISTS (
  SELECT 1 FROM samePerson JOIN stayNights AS other ON other."case" = samePerson.other
  WHERE samePerson."case" = mine."case" AND other.id <> mine.id AND +other.holdsBed
    AND other.start < mine.leaves AND other.leaves > mine.start);
CREATE TRIGGER stayBooked AFTER INSERT ON homestay BEGIN
  SELECT raise(ABORT, 'host hostNotApproved') FROM stayUnapproved WHERE id = NEW.id;
  SELECT raise(ABORT, 'host pairBlocked') FROM stayBlocked WHERE id = NEW.id;
  SELECT raise(ABORT, 'host noBedFree') FROM stayWithoutBed WHERE id = NEW.id;
  SELECT raise(ABORT, 'start nightsTaken') FROM stayTwice WHERE id = NEW.id;
END;
CREATE TRIGGER stayApproved AFTER UPDATE OF stage, host, start, "end" ON homestay
WHEN NEW.stage <> OLD.stage OR NEW.host <> OLD.host OR NEW.start <> OLD.start
  OR ifnull(NEW."end", '9999-12-31') > ifnull(OLD."end", '9999-12-31')
BEGIN
  SELECT raise(ABORT, 'host hostNotApproved') FROM stayUnapproved WHERE id = NEW.id;
  -- A longer stay needs an approval that holds where its nights are added.
  SELECT raise(ABORT, 'host hostNotApproved') FROM host
  WHERE id = NEW.host AND NEW.stage IN ('confirmed', 'in_progress', 'extended')
    AND NEW.host = OLD.host AND ifnull(approvalExpires, '') < OLD."end"
    AND ifnull(NEW."end", '9999-12-31') > OLD."end";
END;
CREATE TRIGGER stayAllowed AFTER UPDATE OF stage, host, "case" ON homestay
WHEN NEW.stage <> OLD.stage OR NEW.host <> OLD.host OR NEW."case" <> OLD."case"
BEGIN
  SELECT raise(ABORT, 'host pairBlocked') FROM stayBlocked WHERE id = NEW.id;
END;
CREATE TRIGGER stayHasBed AFTER UPDATE OF stage, host, start, "end", persons ON homestay
WHEN OLD.stage NOT IN ('confirmed', 'in_progress', 'extended') OR NEW.host <> OLD.host
  OR NEW.start < OLD.start OR ifnull(NEW.persons, 1) > ifnull(OLD.persons, 1)
  OR ifnull(NEW."end", '9999-12-31') > ifnull(OLD."end", '9999-12-31')
BEGIN
  SELECT raise(ABORT, 'host noBedFree') FROM stayWithoutBed WHERE id = NEW.id;
END;
CREATE TRIGGER staySleptOnce AFTER UPDATE OF stage, "case", start, "end" ON homestay
WHEN OLD.stage NOT IN ('confirmed', 'in_progress', 'extended') OR NEW."case" <> OLD."case"
  OR NEW.start < OLD.start
  OR ifnull(NEW."end", '9999-12-31') > ifnull(OLD."end", '9999-12-31')
BEGIN
  SELECT raise(ABORT, 'start nightsTaken') FROM stayTwice WHERE id = NEW.id;
END;
CREATE TRIGGER hostKeepsBeds AFTER UPDATE OF capacity ON host
WHEN ifnull(NEW.capacity, 0) < ifnull(OLD.capacity, 0)
BEGIN
  SELECT raise(ABORT, 'capacity noBedFree') FROM homestay AS stay
  JOIN stayWithoutBed ON stayWithoutBed.id = stay.id
  WHERE stay.host = NEW.id AND +stay.stage IN ('confirmed', 'in_progress', 'extended');
END;
CREATE TRIGGER hostKeepsGuests AFTER UPDATE OF stage ON host
WHEN NEW.stage NOT IN ('approved', 'hosting', 'paused', 'suspended')
  AND OLD.stage IN ('approved', 'hosting', 'paused', 'suspended')
BEGIN
  SELECT raise(ABORT, 'stage guestsThere') FROM homestay
  WHERE host = NEW.id AND +stage IN ('confirmed', 'in_progress', 'extended');
END;
CREATE UNIQUE INDEX candidateOnce ON candidate ("case");
CREATE INDEX candidateByOn ON candidate ("on");
CREATE INDEX candidateByCaseAndOn ON candidate ("case", "on");
CREATE INDEX candidateByStageAndOn ON candidate (stage, "on");
CREATE INDEX candidateByIsOpenAndOn ON candidate (isOpen, "on");
CREATE INDEX companycontactByName ON companycontact (name);
CREATE INDEX companycontactByCompanyAndName ON companycontact (company, name);
CREATE INDEX companycontactByCompanyAndLastSpokenOn
  ON companycontact (company, ifnull(lastSpokenOn, x''));
CREATE INDEX placementByPausedFor ON placement (pausedFor) WHERE pausedFor IS NOT NULL;
CREATE INDEX placementByJobAndOn ON placement (job, "on");
CREATE INDEX placementByStatusResultAndOn ON placement (statusResult, "on");
CREATE VIEW placementTwice AS
SELECT mine.id FROM placement AS mine
WHERE mine.isOpen = 1 AND EXISTS (
  SELECT 1 FROM placement AS other JOIN samePerson AS p ON p."case" = other."case"
  WHERE other.job = mine.job AND +other.isOpen = 1 AND other.id <> mine.id
    AND p.other = mine."case");
CREATE TRIGGER placementOnce AFTER INSERT ON placement WHEN NEW.job IS NOT NULL BEGIN
  SELECT raise(ABORT, 'job openPlacementThere') FROM placementTwice WHERE id = NEW.id;
END;
CREATE TRIGGER placementStillOnce AFTER UPDATE OF stage, job, "case" ON placement
WHEN NEW.job IS NOT NULL
  AND (NEW.job IS NOT OLD.job OR NEW."case" <> OLD."case" OR NEW.isOpen > OLD.isOpen)
BEGIN
  SELECT raise(ABORT, 'job openPlacementThere') FROM placementTwice WHERE id = NEW.id;
END;
CREATE TRIGGER personIdentified AFTER INSERT ON person
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE person SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'person' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER personStaysItself BEFORE UPDATE OF uid ON person
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER caseIdentified AFTER INSERT ON "case"
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE "case" SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'case' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER caseStaysItself BEFORE UPDATE OF uid ON "case"
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER hostIdentified AFTER INSERT ON host
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE host SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'host' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER hostStaysItself BEFORE UPDATE OF uid ON host
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER homestayIdentified AFTER INSERT ON homestay
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE homestay SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'homestay' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER homestayStaysItself BEFORE UPDATE OF uid ON homestay
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER salonIdentified AFTER INSERT ON salon
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE salon SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'salon' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER salonStaysItself BEFORE UPDATE OF uid ON salon
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER attendanceIdentified AFTER INSERT ON attendance
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE attendance SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'attendance' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER attendanceStaysItself BEFORE UPDATE OF uid ON attendance
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER companyIdentified AFTER INSERT ON company
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE company SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'company' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER companyStaysItself BEFORE UPDATE OF uid ON company
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER jobIdentified AFTER INSERT ON job
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE job SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'job' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER jobStaysItself BEFORE UPDATE OF uid ON job
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER placementIdentified AFTER INSERT ON placement
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE placement SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'placement' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER placementStaysItself BEFORE UPDATE OF uid ON placement
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER contactIdentified AFTER INSERT ON contact
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE contact SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'contact' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER contactStaysItself BEFORE UPDATE OF uid ON contact
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER noteIdentified AFTER INSERT ON note
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE note SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'note' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER noteStaysItself BEFORE UPDATE OF uid ON note
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER followupIdentified AFTER INSERT ON followup
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE followup SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'followup' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER followupStaysItself BEFORE UPDATE OF uid ON followup
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER staffIdentified AFTER INSERT ON staff
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE staff SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'staff' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER staffStaysItself BEFORE UPDATE OF uid ON staff
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER volunteerIdentified AFTER INSERT ON volunteer
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE volunteer SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'volunteer' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER volunteerStaysItself BEFORE UPDATE OF uid ON volunteer
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER assignmentIdentified AFTER INSERT ON assignment
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE assignment SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'assignment' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER assignmentStaysItself BEFORE UPDATE OF uid ON assignment
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER documentIdentified AFTER INSERT ON document
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE document SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'document' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER documentStaysItself BEFORE UPDATE OF uid ON document
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER supportcategoryIdentified AFTER INSERT ON supportcategory
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE supportcategory SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'supportcategory' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER supportcategoryStaysItself BEFORE UPDATE OF uid ON supportcategory
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER procedureIdentified AFTER INSERT ON procedure
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE procedure SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'procedure' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER procedureStaysItself BEFORE UPDATE OF uid ON procedure
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER residenceIdentified AFTER INSERT ON residence
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE residence SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'residence' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER residenceStaysItself BEFORE UPDATE OF uid ON residence
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER workpermissionIdentified AFTER INSERT ON workpermission
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE workpermission SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'workpermission' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER workpermissionStaysItself BEFORE UPDATE OF uid ON workpermission
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER owndeadlineIdentified AFTER INSERT ON owndeadline
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE owndeadline SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'owndeadline' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER owndeadlineStaysItself BEFORE UPDATE OF uid ON owndeadline
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER consentIdentified AFTER INSERT ON consent
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE consent SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'consent' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER consentStaysItself BEFORE UPDATE OF uid ON consent
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER needIdentified AFTER INSERT ON need
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE need SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'need' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER needStaysItself BEFORE UPDATE OF uid ON need
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER goalIdentified AFTER INSERT ON goal
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE goal SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'goal' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER goalStaysItself BEFORE UPDATE OF uid ON goal
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER serviceIdentified AFTER INSERT ON service
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE service SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'service' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER serviceStaysItself BEFORE UPDATE OF uid ON service
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER referralIdentified AFTER INSERT ON referral
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE referral SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'referral' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER referralStaysItself BEFORE UPDATE OF uid ON referral
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER householdIdentified AFTER INSERT ON household
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE household SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'household' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER householdStaysItself BEFORE UPDATE OF uid ON household
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER coverIdentified AFTER INSERT ON cover
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE cover SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'cover' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER coverStaysItself BEFORE UPDATE OF uid ON cover
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER encounterIdentified AFTER INSERT ON encounter
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE encounter SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'encounter' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER encounterStaysItself BEFORE UPDATE OF uid ON encounter
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER lodgingIdentified AFTER INSERT ON lodging
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE lodging SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'lodging' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER lodgingStaysItself BEFORE UPDATE OF uid ON lodging
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER hostadultIdentified AFTER INSERT ON hostadult
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE hostadult SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'hostadult' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER hostadultStaysItself BEFORE UPDATE OF uid ON hostadult
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER blockedpairIdentified AFTER INSERT ON blockedpair
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE blockedpair SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'blockedpair' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER blockedpairStaysItself BEFORE UPDATE OF uid ON blockedpair
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER checkinIdentified AFTER INSERT ON checkin
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE checkin SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'checkin' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER checkinStaysItself BEFORE UPDATE OF uid ON checkin
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER candidateIdentified AFTER INSERT ON candidate
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE candidate SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'candidate' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER candidateStaysItself BEFORE UPDATE OF uid ON candidate
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER companycontactIdentified AFTER INSERT ON companycontact
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE companycontact SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'companycontact' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER companycontactStaysItself BEFORE UPDATE OF uid ON companycontact
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE INDEX partnerByName ON partner (name);
CREATE INDEX partnerByTypeAndName ON partner (type, name);
CREATE TRIGGER partnerIdentified AFTER INSERT ON partner
WHEN NEW.uid = x'00000000000000000000000000000000' BEGIN
  UPDATE partner SET uid = ifnull((
    SELECT uid FROM journal WHERE recordKind = 'partner' AND record = NEW.id AND uid IS NOT NULL
    ORDER BY sequence DESC LIMIT 1), randomblob(16))
  WHERE id = NEW.id;
END;
CREATE TRIGGER partnerStaysItself BEFORE UPDATE OF uid ON partner
WHEN OLD.uid <> x'00000000000000000000000000000000' BEGIN
  SELECT raise(ABORT, 'an identity is never changed');
END;
CREATE TRIGGER salonRecounted AFTER UPDATE OF headcountRefugees, headcountCitizens,
  headcountVolunteers, headcountCompanies, headcountGovernment, headcountParliamentarians,
  headcountOrganisations, headcountStaff ON salon
BEGIN
  UPDATE salon SET (seats, waiting, persons, visits) = (
    SELECT n.seats, n.waiting, n.persons, n.visits FROM salonNumber AS n WHERE n.salon = NEW.id)
  WHERE id = NEW.id;
END;
CREATE TRIGGER supporterAdded AFTER INSERT ON supporter BEGIN
  UPDATE campaign SET (joined, monthlyValue) = (
    SELECT sum(s.status <> 'applied'), ifnull(sum(s.monthlyAmount * (s.status = 'active')), 0)
    FROM supporter AS s WHERE s.campaign = campaign.id)
  WHERE id IN (NEW.campaign);
END;
CREATE TRIGGER supporterChanged AFTER UPDATE OF campaign, status, monthlyAmount ON supporter BEGIN
  UPDATE campaign SET (joined, monthlyValue) = (
    SELECT sum(s.status <> 'applied'), ifnull(sum(s.monthlyAmount * (s.status = 'active')), 0)
    FROM supporter AS s WHERE s.campaign = campaign.id)
  WHERE id IN (OLD.campaign, NEW.campaign);
END;
CREATE TRIGGER supporterRemoved AFTER DELETE ON supporter BEGIN
  UPDATE campaign SET (joined, monthlyValue) = (
    SELECT sum(s.status <> 'applied'), ifnull(sum(s.monthlyAmount * (s.status = 'active')), 0)
    FROM supporter AS s WHERE s.campaign = campaign.id)
  WHERE id IN (OLD.campaign);
END;
CREATE TRIGGER pledgeupdateAdded AFTER INSERT ON pledgeupdate BEGIN
  UPDATE pledge SET updatedOn = (SELECT max(u."on") FROM pledgeupdate AS u WHERE u.pledge = pledge.id)
  WHERE id IN (NEW.pledge);
END;
CREATE TRIGGER pledgeupdateChanged AFTER UPDATE OF pledge, "on" ON pledgeupdate BEGIN
  UPDATE pledge SET updatedOn = (SELECT max(u."on") FROM pledgeupdate AS u WHERE u.pledge = pledge.id)
  WHERE id IN (OLD.pledge, NEW.pledge);
END;
CREATE TRIGGER pledgeupdateRemoved AFTER DELETE ON pledgeupdate BEGIN
  UPDATE pledge SET updatedOn = (SELECT max(u."on") FROM pledgeupdate AS u WHERE u.pledge = pledge.id)
  WHERE id IN (OLD.pledge);
END;
CREATE TRIGGER pledgeBegun AFTER INSERT ON pledge BEGIN
  UPDATE pledge SET updateDue = min(
    date(ifnull(updatedOn, pledgedOn), '+6 months'),
    date(ifnull(updatedOn, pledgedOn), 'start of month', '+7 months', '-1 day'))
  WHERE id = NEW.id;
END;
CREATE TRIGGER pledgeTold AFTER UPDATE OF pledgedOn, updatedOn ON pledge BEGIN
  UPDATE pledge SET updateDue = min(
    date(ifnull(updatedOn, pledgedOn), '+6 months'),
    date(ifnull(updatedOn, pledgedOn), 'start of month', '+7 months', '-1 day'))
  WHERE id = NEW.id;
END;
CREATE TRIGGER salonActivityAdded AFTER INSERT ON salon BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id IN (NEW.activity);
END;
CREATE TRIGGER salonActivityChanged AFTER UPDATE OF activity, status ON salon BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id IN (OLD.activity, NEW.activity);
END;
CREATE TRIGGER salonActivityRemoved AFTER DELETE ON salon BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id IN (OLD.activity);
END;
CREATE TRIGGER activityPlanned AFTER INSERT ON activity BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id = NEW.id;
END;
CREATE TRIGGER activityCounted AFTER UPDATE OF doneElsewhere ON activity BEGIN
  UPDATE activity SET done = ifnull(doneElsewhere, 0) + (
    SELECT count(*) FROM salon AS s WHERE s.activity = activity.id AND s.status = 'held')
  WHERE id = NEW.id;
END;
CREATE TRIGGER activityAdded AFTER INSERT ON activity BEGIN
  UPDATE fundedprogramme SET (planned, done) = (
    SELECT sum(a.planned), sum(a.done) FROM activity AS a WHERE a.programme = fundedprogramme.id)
  WHERE id IN (NEW.programme);
END;
CREATE TRIGGER activityChanged AFTER UPDATE OF programme, planned, done ON activity BEGIN
  UPDATE fundedprogramme SET (planned, done) = (
    SELECT sum(a.planned), sum(a.done) FROM activity AS a WHERE a.programme = fundedprogramme.id)
  WHERE id IN (OLD.programme, NEW.programme);
END;
CREATE TRIGGER activityRemoved AFTER DELETE ON activity BEGIN
  UPDATE fundedprogramme SET (planned, done) = (
    SELECT sum(a.planned), sum(a.done) FROM activity AS a WHERE a.programme = fundedprogramme.id)
  WHERE id IN (OLD.programme);
END;
CREATE TRIGGER volunteerworkAdded AFTER INSERT ON volunteerwork BEGIN
  UPDATE volunteer SET (minutes, lastActiveOn, trainedOn) = (
    SELECT sum(w.minutes * (w.type = 'activity')), max(CASE WHEN w.type = 'activity' THEN w."on" END),
      max(CASE WHEN w.type = 'training' THEN w."on" END)
    FROM volunteerwork AS w WHERE w.volunteer = volunteer.id)
  WHERE id IN (NEW.volunteer);
END;
CREATE TRIGGER volunteerworkChanged AFTER UPDATE OF volunteer, "on", minutes, type ON volunteerwork BEGIN
  UPDATE volunteer SET (minutes, lastActiveOn, trainedOn) = (
    SELECT sum(w.minutes * (w.type = 'activity')), max(CASE WHEN w.type = 'activity' THEN w."on" END),
      max(CASE WHEN w.type = 'training' THEN w."on" END)
    FROM volunteerwork AS w WHERE w.volunteer = volunteer.id)
  WHERE id IN (OLD.volunteer, NEW.volunteer);
END;
CREATE TRIGGER volunteerworkRemoved AFTER DELETE ON volunteerwork BEGIN
  UPDATE volunteer SET (minutes, lastActiveOn, trainedOn) = (
    SELECT sum(w.minutes * (w.type = 'activity')), max(CASE WHEN w.type = 'activity' THEN w."on" END),
      max(CASE WHEN w.type = 'training' THEN w."on" END)
    FROM volunteerwork AS w WHERE w.volunteer = volunteer.id)
  WHERE id IN (OLD.volunteer);
END;
CREATE INDEX supporterBySameHousehold ON supporter (sameHousehold)
  WHERE sameHousehold IS NOT NULL;
CREATE INDEX supportentryByOn ON supportentry ("on");
CREATE INDEX supportentryByCaseAndOn ON supportentry ("case", "on");
CREATE INDEX supportentryByServiceTypeAndOn ON supportentry (serviceType, "on");
CREATE TRIGGER supportOfService AFTER INSERT ON service BEGIN
  INSERT INTO supportentry (id, "on", "case", entryType, serviceType, staff)
  VALUES (NEW.id * 2, NEW."on", NEW."case", 'service', NEW.serviceType, NEW.staff);
END;
CREATE TRIGGER supportOfServiceChanged
AFTER UPDATE OF "on", "case", serviceType, staff ON service BEGIN
  UPDATE supportentry SET "on" = NEW."on", "case" = NEW."case", serviceType = NEW.serviceType,
    staff = NEW.staff
  WHERE id = NEW.id * 2;
END;
CREATE TRIGGER supportOfServiceGone AFTER DELETE ON service BEGIN
  DELETE FROM supportentry WHERE id = OLD.id * 2;
END;
CREATE TRIGGER supportOfContact AFTER INSERT ON contact WHEN NEW.contactMade = 1 BEGIN
  INSERT INTO supportentry (id, "on", "case", entryType, medium, staff)
  VALUES (NEW.id * 2 + 1, NEW."on", NEW."case", 'contact', NEW.medium, NEW.staff);
END;
CREATE TRIGGER supportOfContactChanged
AFTER UPDATE OF "on", "case", medium, staff, contactMade ON contact BEGIN
  DELETE FROM supportentry WHERE id = NEW.id * 2 + 1;
  INSERT INTO supportentry (id, "on", "case", entryType, medium, staff)
  SELECT NEW.id * 2 + 1, NEW."on", NEW."case", 'contact', NEW.medium, NEW.staff
  WHERE NEW.contactMade = 1;
END;
CREATE TRIGGER supportOfContactGone AFTER DELETE ON contact BEGIN
  DELETE FROM supportentry WHERE id = OLD.id * 2 + 1;
END;
CREATE INDEX searchTextByAbout ON searchText (about, id) WHERE about IS NOT NULL;
CREATE INDEX deadlineByCategoryAndIsOpenAndDate
  ON deadline (category, isOpen, date, id, warnFrom);
CREATE INDEX deadlineByOwnerAndCategoryAndIsOpenAndDate
  ON deadline (owner, category, isOpen, date, id, warnFrom);
CREATE INDEX needscoreByOn ON needscore ("on");
CREATE TRIGGER needScores AFTER INSERT ON need BEGIN
  INSERT INTO needscore (id, "on", "case", need, domain, score)
  SELECT id, "on", "case", need, domain, score FROM needScored
  WHERE need = NEW.id AND score IS NOT NULL;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE id IN (SELECT s.id FROM need AS n CROSS JOIN needscore AS s
    WHERE n."case" = NEW."case" AND s.id BETWEEN n.id * 16 AND n.id * 16 + 15);
END;
CREATE TRIGGER needScoresChanged AFTER UPDATE ON need BEGIN
  DELETE FROM needscore WHERE id BETWEEN OLD.id * 16 AND OLD.id * 16 + 15;
  INSERT INTO needscore (id, "on", "case", need, domain, score)
  SELECT id, "on", "case", need, domain, score FROM needScored
  WHERE need = NEW.id AND score IS NOT NULL;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE id IN (SELECT s.id FROM need AS n CROSS JOIN needscore AS s
    WHERE n."case" IN (OLD."case", NEW."case") AND s.id BETWEEN n.id * 16 AND n.id * 16 + 15);
END;
CREATE TRIGGER needScoresGone AFTER DELETE ON need BEGIN
  DELETE FROM needscore WHERE id BETWEEN OLD.id * 16 AND OLD.id * 16 + 15;
  UPDATE needscore SET isFirst = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on", id LIMIT 1),
    isLatest = need = (
      SELECT id FROM need WHERE "case" = needscore."case" ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE id IN (SELECT s.id FROM need AS n CROSS JOIN needscore AS s
    WHERE n."case" = OLD."case" AND s.id BETWEEN n.id * 16 AND n.id * 16 + 15);
END;
CREATE INDEX journalByRecord ON journalRow (kind, record);
CREATE INDEX journalByWho ON journalRow (who);
CREATE INDEX journalUndone ON journalRow (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER journalStays BEFORE UPDATE ON journalRow BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalIsKept BEFORE DELETE ON journalRow BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalWordStays BEFORE UPDATE ON journalWord BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journalWordIsKept BEFORE DELETE ON journalWord BEGIN
  SELECT raise(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER caseNamed AFTER INSERT ON "case" BEGIN
  UPDATE "case"
  SET (sortName, sortRoman) = (SELECT sortName, sortRoman FROM person WHERE id = NEW.person)
  WHERE id = NEW.id;
END;
CREATE TRIGGER caseOfOtherPerson AFTER UPDATE OF person ON "case" BEGIN
  UPDATE "case"
  SET (sortName, sortRoman) = (SELECT sortName, sortRoman FROM person WHERE id = NEW.person)
  WHERE id = NEW.id;
END;
CREATE TRIGGER personRenamed
AFTER UPDATE OF nameKana, nameRoman, nameNative, nameUsed ON person BEGIN
  UPDATE "case" SET sortName = NEW.sortName, sortRoman = NEW.sortRoman WHERE person = NEW.id;
END;
CREATE INDEX caseByStatusAndSortNameInRoman
  ON "case" (status, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByOwnerAndSortNameInRoman
  ON "case" (owner, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByIsOpenAndSortNameInRoman
  ON "case" (isOpen, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseBySupportCategoryAndSortNameInRoman
  ON "case" (supportCategory, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByProcedureStageAndSortNameInRoman
  ON "case" (procedureStage, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByWorkPermissionAndSortNameInRoman
  ON "case" (workPermission, lower(ifnull(sortRoman, sortName)));
CREATE INDEX caseByIsOpenAndClosureRequestedOn
  ON "case" (isOpen, ifnull(closureRequestedOn, x'')) WHERE closureRequestedOn IS NOT NULL;
CREATE INDEX caseByOwnerAndIsOpenAndClosureRequestedOn
  ON "case" (owner, isOpen, ifnull(closureRequestedOn, x'')) WHERE closureRequestedOn IS NOT NULL;
CREATE INDEX importStepOpen ON importStep (step) WHERE isOpen = 1;
CREATE VIEW needScored AS
SELECT id * 16 AS id, "on", "case", id AS need, 'housing' AS domain, housing AS score FROM need
UNION ALL
SELECT id * 16 + 1, "on", "case", id, 'income', income FROM need
UNION ALL
SELECT id * 16 + 2, "on", "case", id, 'food', food FROM need
UNION ALL
SELECT id * 16 + 3, "on", "case", id, 'health', health FROM need
UNION ALL
SELECT id * 16 + 4, "on", "case", id, 'mental_health', mentalHealth FROM need
UNION ALL
SELECT id * 16 + 5, "on", "case", id, 'japanese', japanese FROM need
UNION ALL
SELECT id * 16 + 6, "on", "case", id, 'legal', legal FROM need
UNION ALL
SELECT id * 16 + 7, "on", "case", id, 'employment', employment FROM need
UNION ALL
SELECT id * 16 + 8, "on", "case", id, 'education', education FROM need
UNION ALL
SELECT id * 16 + 9, "on", "case", id, 'family', family FROM need
UNION ALL
SELECT id * 16 + 10, "on", "case", id, 'safety', safety FROM need
UNION ALL
SELECT id * 16 + 11, "on", "case", id, 'social_connection', socialConnection FROM need
UNION ALL
SELECT id * 16 + 12, "on", "case", id, 'paperwork', paperwork FROM need
UNION ALL
SELECT id * 16 + 13, "on", "case", id, 'transport', transport FROM need;
CREATE VIEW journal AS
SELECT r.sequence, r.step, r.at, w.word AS who, c.word AS command, k.word AS recordKind, r.record,
  r.version, r.undoes, r.hash, r.mac, r.uid
FROM journalRow AS r LEFT JOIN journalWord AS w ON w.id = r.who
  LEFT JOIN journalWord AS c ON c.id = r.command LEFT JOIN journalWord AS k ON k.id = r.kind;
CREATE TRIGGER residenceAdded AFTER INSERT ON residence BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = NEW."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = NEW."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER residenceChanged AFTER UPDATE ON residence BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = NEW."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = NEW."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER residenceOfOtherCase AFTER UPDATE OF "case" ON residence
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = OLD."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = OLD."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;
CREATE TRIGGER residenceRemoved AFTER DELETE ON residence BEGIN
  UPDATE "case" SET (statusOfResidence, designatedActivityKind, stayBasis, stayExpires) = (
      SELECT statusOfResidence, designatedActivityKind, stayBasis, expires FROM residenceNow
      WHERE "case" = OLD."case"),
    residenceConfirmed = ifnull((
      SELECT document IS NOT NULL FROM residenceNow WHERE "case" = OLD."case"), 0),
    workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;
CREATE TRIGGER workpermissionAdded AFTER INSERT ON workpermission BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER workpermissionChanged AFTER UPDATE ON workpermission BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = NEW."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = NEW."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = NEW."case";
END;
CREATE TRIGGER workpermissionOfOtherCase AFTER UPDATE OF "case" ON workpermission
WHEN NEW."case" <> OLD."case" BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;
CREATE TRIGGER workpermissionRemoved AFTER DELETE ON workpermission BEGIN
  UPDATE "case" SET workPermission = ifnull((
      SELECT workPermission FROM workpermissionNow AS w
      WHERE w."case" = OLD."case" AND w.confirmedOn >= ifnull(
        (SELECT "on" FROM residenceNow WHERE "case" = OLD."case"), w.confirmedOn)),
      'to_be_confirmed')
  WHERE id = OLD."case";
END;
CREATE INDEX caseByStatusOfResidenceAndNextActionDue
  ON "case" (statusOfResidence, ifnull(nextActionDue, x''))
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndOpened ON "case" (statusOfResidence, opened)
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndSortName
  ON "case" (statusOfResidence, ifnull(sortName, x''))
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndStayExpires
  ON "case" (statusOfResidence, ifnull(stayExpires, x''))
  WHERE statusOfResidence IS NOT NULL;
CREATE INDEX caseByStatusOfResidenceAndSortNameInRoman
  ON "case" (statusOfResidence, lower(ifnull(sortRoman, sortName)));
CREATE INDEX deadlineByCategoryAndSupervisorFrom
  ON deadline (category, ifnull(supervisorFrom, x''));
CREATE INDEX deadlineByOwnerAndCategoryAndCoverFrom
  ON deadline (owner, category, ifnull(coverFrom, x''));
CREATE VIEW residenceNow AS
SELECT r."case", r.statusOfResidence, r.designatedActivityKind, r.stayBasis, r.expires, r."on",
  r.document, r.confirmedOn FROM residence AS r
WHERE r.id = (
  SELECT n.id FROM residence AS n WHERE n."case" = r."case"
    AND NOT EXISTS (SELECT 1 FROM residence AS c WHERE c.corrects = n.id)
  ORDER BY n."on" DESC, n.id DESC LIMIT 1);
CREATE INDEX letterByThread ON letter (thread);
CREATE INDEX letterByCase ON letter ("case");

INSERT INTO storeIdentity (one, id) VALUES (1, lower(hex(randomblob(16))));
