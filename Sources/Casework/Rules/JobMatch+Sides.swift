extension JobMatch {
  /// Somebody who looks for work, as matching sees them.
  package struct Seeker: Hashable, Sendable {
    package var candidate: Candidate
    /// Rows of the work permission that no other corrects, latest first.
    package var permissions: [PlacementFacts.Permission] = []
    /// What is wished for and what is known, folded so that words can be compared.
    package var occupations: Set<String> = []
    package var skills: Set<String> = []
    /// Whether there is an open placement for the job, or the person works at the company.
    package var isPlacedThere = false

    package init(_ candidate: Candidate) { self.candidate = candidate }
  }

  /// A job, as matching sees it.
  package struct Offer: Hashable, Sendable {
    package var job: Job
    package var companyName = ""
    package var occupation = ""
    package var skills: Set<String> = []
    /// How many have accepted the job or work there by it.
    package var filled = 0

    package init(_ job: Job) { self.job = job }
  }
}
