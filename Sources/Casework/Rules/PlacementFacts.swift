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

    package init(_ row: WorkPermissionRow) { self.row = row }
  }

  package var companyName = ""
  package var job: Job?
  /// Rows that no other corrects, latest first.
  package var permissions: [Permission] = []
  /// Whether the person has another open placement for the same job.
  package var hasOpenForJob = false

  package init() {}
}
