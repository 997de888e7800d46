package import Casework
import GRDB

extension CaseStore {
  /// The most that are proposed at once.
  private static let mostProposed = 50

  /// The jobs for a case, best first, and what stands against others.
  ///
  /// - Parameter job: the only one that is asked about, also where it is closed.
  /// - Throws: `notPermitted` for a volunteer: staff alone learn who looks for work.
  package func jobOptions(
    of record: RecordID, with job: RecordID? = nil
  ) throws(Refusal) -> JobProposal {
    let today = today
    return try read { db in
      var proposal = JobProposal(about: try db.link(RecordAddress(.case, record)))
      guard let seeker = try db.seekers(of: record).first else {
        proposal.isRegistered = false
        return proposal
      }
      let held = try db.heldJobs(ofPersonOf: record)
      let offers =
        try job.map { try [db.jobOffer($0)].compactMap(\.self) } ?? db.jobOffers(validOn: today)
      let pairs = offers.map { offer in
        (seeker.placed(held.contains(offer)), offer)
      }
      return try db.ranked(pairs, in: proposal, most: Self.mostProposed, today)
    }
  }

  /// The people for a job, best first.
  package func peopleOptions(of job: RecordID) throws(Refusal) -> JobProposal {
    let today = today
    return try read { db in
      let proposal = JobProposal(about: try db.link(RecordAddress(.job, job)))
      guard let offer = try db.jobOffer(job) else { throw Refusal.notFound }
      let held = try db.personsHolding(offer)
      let pairs = try db.seekers(of: nil).map { ($0.placed(held.contains($0.person)), offer) }
      return try db.ranked(pairs, in: proposal, most: Self.mostProposed, today)
    }
  }
}

extension Database {
  fileprivate func ranked(
    _ pairs: [(SeekerRow, OfferRow)], in proposal: JobProposal, most: Int, _ today: CivilDate
  ) throws -> JobProposal {
    var proposal = proposal
    var found: [(seeker: SeekerRow, offer: OfferRow, match: JobMatch)] = []
    var apart: [(seeker: SeekerRow, offer: OfferRow, obstacles: [JobMatch.Obstacle])] = []
    for (seeker, offer) in pairs {
      let match = JobMatch(seeker.named(by: offer), offer.offer, today: today)
      for obstacle in match.obstacles { proposal.obstacles[obstacle, default: 0] += 1 }
      if match.isPossible {
        found.append((seeker, offer, match))
      } else {
        apart.append((seeker, offer, match.obstacles))
      }
    }
    found.sort {
      ($1.match.score, $0.offer.id, $0.seeker.record)
        < ($0.match.score, $1.offer.id, $1.seeker.record)
    }
    apart.sort {
      ($0.obstacles.count, $0.offer.id, $0.seeker.record)
        < ($1.obstacles.count, $1.offer.id, $1.seeker.record)
    }
    let best = found.prefix(most)
    let others = apart.prefix(mostApart)
    let links = try links(
      (best.map { ($0.seeker, $0.offer) } + others.map { ($0.seeker, $0.offer) })
        .flatMap { seeker, offer in
          [
            RecordAddress(.case, seeker.record), RecordAddress(.job, offer.id),
            RecordAddress(.company, offer.offer.job.company.id),
          ]
        })
    func link(_ kind: RecordKind, _ id: RecordID) -> Link {
      let address = RecordAddress(kind, id)
      return links[address] ?? Link(address, number: address.number)
    }
    proposal.options = best.map { row in
      JobProposal.Option(
        case: link(.case, row.seeker.record), job: link(.job, row.offer.id),
        company: link(.company, row.offer.offer.job.company.id),
        occupation: row.offer.offer.job.occupation, match: row.match)
    }
    let isOfJob = proposal.isOfJob
    proposal.apart = others.map { seeker, offer, obstacles in
      Apart(
        isOfJob ? link(.case, seeker.record) : link(.job, offer.id), obstacles,
        facts: obstacles.facts([
          .candidate: seeker.seeker.candidate.values, .job: offer.offer.job.values,
        ]))
    }
    return proposal
  }
}
