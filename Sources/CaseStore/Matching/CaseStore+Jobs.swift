package import Casework
import GRDB

extension CaseStore {
  /// The most that are proposed at once.
  private static let mostProposed = 50

  /// The jobs for a case, best first.
  ///
  /// - Throws: `notPermitted` for a volunteer: staff alone learn who looks for work.
  package func jobOptions(of record: RecordID) throws(Refusal) -> JobProposal {
    let today = today
    return try read { db in
      var proposal = JobProposal(about: try db.link(RecordAddress(.case, record)))
      guard let seeker = try db.seekers(of: record).first else {
        proposal.isRegistered = false
        return proposal
      }
      let held = try db.heldJobs(ofPersonOf: record)
      let pairs = try db.jobOffers(validOn: today).map { offer in
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
    for (seeker, offer) in pairs {
      let match = JobMatch(seeker.named(by: offer), offer.offer, today: today)
      for obstacle in match.obstacles { proposal.obstacles[obstacle, default: 0] += 1 }
      if match.isPossible { found.append((seeker, offer, match)) }
    }
    found.sort {
      ($1.match.score, $0.offer.id, $0.seeker.record)
        < ($0.match.score, $1.offer.id, $1.seeker.record)
    }
    let best = found.prefix(most)
    let links = try links(
      best.flatMap { row in
        [
          RecordAddress(.case, row.seeker.record), RecordAddress(.job, row.offer.id),
          RecordAddress(.company, row.offer.offer.job.company.id),
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
    return proposal
  }
}
