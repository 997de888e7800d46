/// What the rules of a placement need to know beside it.
package struct PlacementFacts: Hashable, Sendable {
  /// A row of the work permission with what the guard asks of it.
  package struct Permission: Hashable, Sendable {
    package var row: WorkPermissionRow
    package var paper: DocumentType?
    package var paperExpires: CivilDate?
    /// Whether the employer, or the occupation, it names is that of the placement.
    package var namesEmployer = false
    package var namesOccupation = false

    package init(_ row: WorkPermissionRow, paper: Document? = nil) {
      self.row = row
      self.paper = paper?.type
      paperExpires = paper?.expiresOn
    }

    /// The permission that knows whether it names a company and a kind of work.
    package func compared(with company: String, _ occupation: String) -> Permission {
      var permission = self
      permission.namesEmployer = Terms.areSame(row.employer, company)
      permission.namesOccupation = Terms.areSame(row.occupation, occupation)
      return permission
    }
  }

  package var companyName = ""
  package var job: Job?
  /// Rows that no other corrects, latest first.
  package var permissions: [Permission] = []
  /// The current row of the status of residence.
  package var residence: ResidenceRow?
  /// Whether the person has another open placement for the same job.
  package var hasOpenForJob = false

  package init() {}
}
