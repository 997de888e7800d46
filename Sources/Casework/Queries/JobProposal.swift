/// The jobs for somebody, or the people for a job, as a machine proposes them; a person decides.
package struct JobProposal: Hashable, Sendable {
  package struct Option: Hashable, Sendable {
    package var `case`: Link
    package var job: Link
    package var company: Link
    package var occupation: String
    package var match: JobMatch

    package init(
      case: Link, job: Link, company: Link, occupation: String, match: JobMatch
    ) {
      self.case = `case`
      self.job = job
      self.company = company
      self.occupation = occupation
      self.match = match
    }
  }

  /// The case or the job that it was asked for.
  package var about: Link
  /// Whether somebody is registered as looking for work at all.
  package var isRegistered: Bool
  /// Best first.
  package var options: [Option]
  /// How many each hard rule keeps out.
  package var obstacles: [JobMatch.Obstacle: Int] = [:]
  /// What is not possible, with the fewest obstacles first.
  package var apart: [Apart<JobMatch.Obstacle>] = []
  /// What is told of them in lines: who has a choice does not ask for what is none.
  package var apartInLines: [Apart<JobMatch.Obstacle>] { options.isEmpty ? apart : [] }

  package init(about: Link, isRegistered: Bool = true, options: [Option] = []) {
    self.about = about
    self.isRegistered = isRegistered
    self.options = options
  }

  /// Whether it was asked for a job, so that its options are people.
  package var isOfJob: Bool { about.address.isJob }

  /// What the options are about: of a case the jobs, of a job the cases.
  package func subject(of option: Option) -> Link {
    isOfJob ? option.case : option.job
  }
}

extension RecordAddress {
  package var isJob: Bool { kind == .job }
}
