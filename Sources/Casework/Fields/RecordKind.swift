/// The kinds of record Tomoni keeps: the one list of them.
///
/// What a kind holds and does is said by its record type; nothing else tells kinds apart. The raw
/// value is the table's name and stays for ever.
package enum RecordKind: String, CaseIterable, Codable, Sendable {
  case person, `case`, host, homestay, salon, attendance, company, job, placement, contact, note
  case followUp = "followup"
  case staff, volunteer, assignment, document
  case supportCategory = "supportcategory"
  case procedure, residence, application, detention
  case fee, allowance
  case incident, duty
  case workPermission = "workpermission"
  case ownDeadline = "owndeadline"
  case sighting, ladder
  case consent, need, goal, service, referral, household
  /// Kept by the store, never saved.
  case deadline
  case cover
  case encounter
  case lodging
  case hostAdult = "hostadult"
  case blockedPair = "blockedpair"
  case distinctPair = "distinctpair"
  case checkIn = "checkin"
  case candidate
  case companyContact = "companycontact"
  case partner
  case savedView = "savedview"
  case municipality, supporter, donation, campaign, pledge
  case pledgeUpdate = "pledgeupdate"
  case fundedProgramme = "fundedprogramme"
  case activity, grant
  case grantReport = "grantreport"
  case survey, mission
  case workingGroup = "workinggroup"
  case eventSession = "eventsession"
  case voice, story, exchange, outreach
  case volunteerWork = "volunteerwork"
  case comment
  case baseline
  case template
  /// Kept by the store, never saved.
  case supportEntry = "supportentry"
  case needScore = "needscore"

  /// The type of its records.
  package var recordType: any Record.Type {
    switch self {
    case .person: Person.self
    case .case: Case.self
    case .host: Host.self
    case .homestay: Homestay.self
    case .salon: Salon.self
    case .attendance: Attendance.self
    case .company: Company.self
    case .job: Job.self
    case .placement: Placement.self
    case .contact: Contact.self
    case .note: Note.self
    case .followUp: FollowUp.self
    case .staff: Staff.self
    case .volunteer: Volunteer.self
    case .assignment: Assignment.self
    case .document: Document.self
    case .supportCategory: SupportCategoryRow.self
    case .procedure: ProcedureRow.self
    case .residence: ResidenceRow.self
    case .application: StatusApplication.self
    case .detention: Detention.self
    case .fee: Fee.self
    case .allowance: Allowance.self
    case .incident: Incident.self
    case .duty: Duty.self
    case .workPermission: WorkPermissionRow.self
    case .ownDeadline: OwnDeadline.self
    case .sighting: Sighting.self
    case .ladder: Ladder.self
    case .consent: Consent.self
    case .need: NeedsAssessment.self
    case .goal: Goal.self
    case .service: Service.self
    case .referral: Referral.self
    case .household: Household.self
    case .deadline: DeadlineRecord.self
    case .cover: Cover.self
    case .encounter: Encounter.self
    case .lodging: Lodging.self
    case .hostAdult: HostAdult.self
    case .blockedPair: BlockedPair.self
    case .distinctPair: DistinctPair.self
    case .checkIn: CheckIn.self
    case .candidate: Candidate.self
    case .companyContact: CompanyContact.self
    case .partner: PartnerOrganisation.self
    case .savedView: SavedView.self
    case .municipality: Municipality.self
    case .supporter: Supporter.self
    case .donation: Donation.self
    case .campaign: Campaign.self
    case .pledge: Pledge.self
    case .pledgeUpdate: PledgeUpdate.self
    case .fundedProgramme: FundedProgramme.self
    case .activity: PlannedActivity.self
    case .grant: GrantGiven.self
    case .grantReport: GrantReport.self
    case .survey: Survey.self
    case .mission: Mission.self
    case .workingGroup: WorkingGroup.self
    case .eventSession: EventSession.self
    case .voice: RefugeeVoice.self
    case .story: HireStory.self
    case .exchange: KnowledgeExchange.self
    case .outreach: Outreach.self
    case .volunteerWork: VolunteerWork.self
    case .comment: CaseComment.self
    case .baseline: Baseline.self
    case .template: LetterTemplate.self
    case .supportEntry: SupportEntry.self
    case .needScore: NeedEntry.self
    }
  }

  /// Its place among all kinds: how the compiler numbers cases that hold nothing.
  var place: Int { unsafe Int(unsafeBitCast(self, to: UInt8.self)) }

  /// Without its name, which is what the standard library hashes of a case with one.
  package func hash(into hasher: inout Hasher) { hasher.combine(place) }

  /// The word for several of them on the command line (`tomoni list KIND`).
  package var plural: String { recordType.plural }

  /// The letter before the number staff use for a record: H-0021; a case has a number of its own.
  package var letter: String { recordType.letter }

  package init?(plural: String) {
    guard let kind = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
    self = kind
  }
}
