-- Every record has an identity that is its own in whatever store it stands: 128 random bits, given
-- once and never changed; the number of its row means something in this store alone. Frozen once
-- released, like every file here.
--
-- The journal names it with every entry about the record; entries from before have none. Sixteen
-- zeros stand for "not given yet", for as long as it takes to insert a row. A record that is put
-- back after it was taken away is the one it was: its number was given to no other.

ALTER TABLE journal ADD COLUMN uid BLOB CHECK (length(uid) = 16);

ALTER TABLE person ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE person SET uid = randomblob(16);
CREATE UNIQUE INDEX personByUid ON person (uid);
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

ALTER TABLE "case" ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE "case" SET uid = randomblob(16);
CREATE UNIQUE INDEX caseByUid ON "case" (uid);
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

ALTER TABLE host ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE host SET uid = randomblob(16);
CREATE UNIQUE INDEX hostByUid ON host (uid);
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

ALTER TABLE homestay ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE homestay SET uid = randomblob(16);
CREATE UNIQUE INDEX homestayByUid ON homestay (uid);
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

ALTER TABLE salon ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE salon SET uid = randomblob(16);
CREATE UNIQUE INDEX salonByUid ON salon (uid);
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

ALTER TABLE attendance ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE attendance SET uid = randomblob(16);
CREATE UNIQUE INDEX attendanceByUid ON attendance (uid);
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

ALTER TABLE company ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE company SET uid = randomblob(16);
CREATE UNIQUE INDEX companyByUid ON company (uid);
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

ALTER TABLE job ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE job SET uid = randomblob(16);
CREATE UNIQUE INDEX jobByUid ON job (uid);
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

ALTER TABLE placement ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE placement SET uid = randomblob(16);
CREATE UNIQUE INDEX placementByUid ON placement (uid);
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

ALTER TABLE contact ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE contact SET uid = randomblob(16);
CREATE UNIQUE INDEX contactByUid ON contact (uid);
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

ALTER TABLE note ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE note SET uid = randomblob(16);
CREATE UNIQUE INDEX noteByUid ON note (uid);
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

ALTER TABLE followup ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE followup SET uid = randomblob(16);
CREATE UNIQUE INDEX followupByUid ON followup (uid);
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

ALTER TABLE staff ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE staff SET uid = randomblob(16);
CREATE UNIQUE INDEX staffByUid ON staff (uid);
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

ALTER TABLE volunteer ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE volunteer SET uid = randomblob(16);
CREATE UNIQUE INDEX volunteerByUid ON volunteer (uid);
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

ALTER TABLE assignment ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE assignment SET uid = randomblob(16);
CREATE UNIQUE INDEX assignmentByUid ON assignment (uid);
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

ALTER TABLE document ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE document SET uid = randomblob(16);
CREATE UNIQUE INDEX documentByUid ON document (uid);
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

ALTER TABLE supportcategory ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE supportcategory SET uid = randomblob(16);
CREATE UNIQUE INDEX supportcategoryByUid ON supportcategory (uid);
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

ALTER TABLE procedure ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE procedure SET uid = randomblob(16);
CREATE UNIQUE INDEX procedureByUid ON procedure (uid);
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

ALTER TABLE residence ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE residence SET uid = randomblob(16);
CREATE UNIQUE INDEX residenceByUid ON residence (uid);
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

ALTER TABLE workpermission ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE workpermission SET uid = randomblob(16);
CREATE UNIQUE INDEX workpermissionByUid ON workpermission (uid);
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

ALTER TABLE owndeadline ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE owndeadline SET uid = randomblob(16);
CREATE UNIQUE INDEX owndeadlineByUid ON owndeadline (uid);
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

ALTER TABLE consent ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE consent SET uid = randomblob(16);
CREATE UNIQUE INDEX consentByUid ON consent (uid);
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

ALTER TABLE need ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE need SET uid = randomblob(16);
CREATE UNIQUE INDEX needByUid ON need (uid);
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

ALTER TABLE goal ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE goal SET uid = randomblob(16);
CREATE UNIQUE INDEX goalByUid ON goal (uid);
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

ALTER TABLE service ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE service SET uid = randomblob(16);
CREATE UNIQUE INDEX serviceByUid ON service (uid);
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

ALTER TABLE referral ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE referral SET uid = randomblob(16);
CREATE UNIQUE INDEX referralByUid ON referral (uid);
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

ALTER TABLE household ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE household SET uid = randomblob(16);
CREATE UNIQUE INDEX householdByUid ON household (uid);
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

ALTER TABLE cover ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE cover SET uid = randomblob(16);
CREATE UNIQUE INDEX coverByUid ON cover (uid);
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

ALTER TABLE encounter ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE encounter SET uid = randomblob(16);
CREATE UNIQUE INDEX encounterByUid ON encounter (uid);
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

ALTER TABLE lodging ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE lodging SET uid = randomblob(16);
CREATE UNIQUE INDEX lodgingByUid ON lodging (uid);
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

ALTER TABLE hostadult ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE hostadult SET uid = randomblob(16);
CREATE UNIQUE INDEX hostadultByUid ON hostadult (uid);
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

ALTER TABLE blockedpair ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE blockedpair SET uid = randomblob(16);
CREATE UNIQUE INDEX blockedpairByUid ON blockedpair (uid);
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

ALTER TABLE checkin ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE checkin SET uid = randomblob(16);
CREATE UNIQUE INDEX checkinByUid ON checkin (uid);
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

ALTER TABLE candidate ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE candidate SET uid = randomblob(16);
CREATE UNIQUE INDEX candidateByUid ON candidate (uid);
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

ALTER TABLE companycontact ADD COLUMN uid BLOB NOT NULL DEFAULT x'00000000000000000000000000000000'
  CHECK (length(uid) = 16);
UPDATE companycontact SET uid = randomblob(16);
CREATE UNIQUE INDEX companycontactByUid ON companycontact (uid);
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
