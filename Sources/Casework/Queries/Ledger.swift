/// The two ledgers of placement, of the jobs and of the people who look for work, and what an
/// employer reports of the people who were hired.
///
/// The Employment Security Act (32-15) asks for the ledgers, also where placement is free; the
/// report (外国人雇用状況届出) is the employer's.
package enum Ledger: String, CaseIterable, Sendable {
  case jobs, seekers, employment
}

/// A line of a ledger: a job or somebody, with one introduction or none, or somebody at work.
package struct LedgerRow: Hashable, Sendable {
  package var jobNumber = ""
  package var job: Job?
  package var company: Company?
  package var caseNumber = ""
  package var person: Person?
  package var candidate: Candidate?
  package var placement: Placement?
  /// The day of the introduction; nil where nobody knows it.
  package var introducedOn: CivilDate?
  /// What stood on the last day of work, or stands today.
  package var residence: ResidenceRow?
  package var permission: WorkPermissionRow?
  /// The residence card seen last.
  package var card: Document?
  /// Whether the name may stand in what may go to the company.
  package var showsName = false

  package init() {}
}
