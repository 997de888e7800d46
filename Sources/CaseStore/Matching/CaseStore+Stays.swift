package import Casework
import GRDB

extension CaseStore {
  /// The hosts for each need of a case that waits, best first, and what stands against others.
  ///
  /// - Parameter host: the only one that is asked about, whatever their stage.
  /// - Throws: `notPermitted` for a volunteer: nobody but staff learns who needs or offers a home.
  package func stayOptions(
    of record: RecordID, with host: RecordID? = nil
  ) throws(Refusal) -> [StayProposal] {
    let today = today
    return try read { db in
      let waiting = try db.waitingLodgings(of: record, today)
      let homes = try db.homes(today, only: host)
      let found = zip(waiting, try db.guests(waiting, today)).map { row, guest in
        (row, homes.map { StayMatch(guest, $0.home) })
      }
      let possible = found.flatMap { zip(homes, $0.1).filter(\.1.isPossible).map(\.0.id) }
      let apart = found.map { _, matches in
        zip(homes, matches).filter { !$0.1.isPossible }
          .sorted { ($0.1.obstacles.count, $0.0.id) < ($1.1.obstacles.count, $1.0.id) }
          .prefix(mostApart).map { (id: $0.0.id, obstacles: $0.1.obstacles) }
      }
      let named = Set(possible + apart.joined().map(\.id))
      let links = try db.links(
        named.map { RecordAddress(.host, $0) } + [RecordAddress(.case, record)])
      let hosts = try db.values(of: .host, Set(apart.joined().map(\.id)))
      return zip(found, apart).map { found, apart in
        let (row, matches) = found
        var proposal = StayProposal(row, links)
        for match in matches {
          for obstacle in match.obstacles { proposal.obstacles[obstacle, default: 0] += 1 }
          if match.isPossible { proposal.possible += 1 }
        }
        proposal.options = zip(homes, matches).compactMap { home, match in
          guard match.isPossible, let link = links[RecordAddress(.host, home.id)] else {
            return nil
          }
          return StayProposal.Option(link, match)
        }.sorted {
          ($1.match.score, $0.host.address.id) < ($0.match.score, $1.host.address.id)
        }
        let own = [RecordKind.lodging: row.record.values]
        proposal.apart = apart.map { id, obstacles in
          Apart(
            links[RecordAddress(.host, id)] ?? Link(RecordAddress(.host, id)), obstacles,
            facts: obstacles.facts(own.merging([.host: hosts[id] ?? [:]]) { $1 }))
        }
        return proposal
      }
    }
  }

  /// The best hosts for all who wait together, the earliest first; see `StayPlan`.
  ///
  /// - Parameters:
  ///   - work: how many choices are looked at before what is found counts as good enough.
  ///   - solve: decides what is left open of the best plan over time.
  ///   - progress: is told again and again how much of how much is done; false stops.
  /// - Throws: `stopped` where `progress` said so; `notPermitted` for a volunteer.
  package func stayAssignment(
    work: Int = StayAssignment.mostWork, solve: StayQuestion.Solve? = nil,
    progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(Refusal) -> StayProposals {
    let today = today
    // What is read is read at one moment; nothing is held open while it is compared.
    let (waiting, guests, homes) = try read { db in
      try withoutActuallyEscaping(progress) { progress in
        try db.stopping(unless: { progress(0, 1) }) {
          guard progress(0, 1) else { throw Refusal.stopped }
          let waiting = try db.waitingLodgings(of: nil, today)
          return (waiting, try db.guests(waiting, today), try db.homes(today))
        }
      }
    }
    guard
      let plan = StayPlan(
        guests, in: homes.map(\.home), work: work, solve: solve, tell: progress)
    else { throw .stopped }
    return try read { db in
      let given = Set(plan.outcomes.compactMap { $0.home.map { homes[$0].id } })
      let cases = Set(waiting.map { RecordAddress(.case, $0.record.case.id) })
      let links = try db.links(given.map { RecordAddress(.host, $0) } + cases)
      let proposals = zip(waiting, plan.outcomes).map { row, outcome in
        var proposal = StayProposal(row, links)
        proposal.obstacles = outcome.obstacles
        proposal.possible = outcome.possible
        proposal.alone = outcome.alone
        if let match = outcome.match,
          let link = outcome.home.flatMap({ links[RecordAddress(.host, homes[$0].id)] })
        {
          proposal.options = [StayProposal.Option(link, match)]
        }
        return proposal
      }
      return StayProposals(proposals, worth: plan.worth, gap: plan.gap)
    }
  }
}

extension StayProposal {
  fileprivate init(
    _ row: DeadlineFacts.Row<Lodging>, _ links: [RecordAddress: Link]
  ) {
    let address = RecordAddress(.case, row.record.case.id)
    self.init(
      about: links[address] ?? Link(address), lodging: row.record,
      number: RecordAddress(.lodging, row.id).number)
  }
}
