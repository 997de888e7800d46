/// The two ledgers of placement: of the jobs, and of the people who look for work.
///
/// The Employment Security Act (32-15) asks for them, also where placement is free.
package enum Ledger: String, CaseIterable, Sendable {
  case jobs, seekers
}

/// A line of a ledger: a job or somebody, with one introduction or none.
package struct LedgerRow: Hashable, Sendable {
  package var jobNumber = ""
  package var job: Job?
  package var company: Company?
  package var caseNumber = ""
  package var person: Person?
  package var candidate: Candidate?
  package var placement: Placement?
  /// Whether the name may stand in what may go to the company.
  package var showsName = false

  package init() {}
}
