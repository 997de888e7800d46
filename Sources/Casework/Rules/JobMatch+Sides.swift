extension JobMatch {
  /// Somebody who looks for work, as matching sees them.
  package struct Seeker: Hashable, Sendable {
    package var candidate: Candidate
    /// Rows of the work permission that no other corrects, latest first.
    package var permissions: [PlacementFacts.Permission] = []
    /// The current row of the status of residence.
    package var residence: ResidenceRow?
    /// What is wished for as phrases and what is known as names; see `Terms`.
    package var occupations: Set<String> = []
    package var skills: Set<String> = []
    /// Whether the person has accepted an offer or works, by whichever case.
    package var hasAccepted = false
    /// Whether there is an open placement for the job, or the person works at the company.
    package var isPlacedThere = false

    package init(_ candidate: Candidate) { self.candidate = candidate }
  }

  /// A job, as matching sees it.
  package struct Offer: Hashable, Sendable {
    package var job: Job
    package var companyName = ""
    /// The phrase of the occupation, and the names of the skills; see `Terms`.
    package var occupation = ""
    package var skills: Set<String> = []
    /// How many have accepted the job or work there by it.
    package var filled = 0

    package init(_ job: Job) { self.job = job }
  }
}
