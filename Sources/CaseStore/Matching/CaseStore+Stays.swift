package import Casework
import GRDB

extension CaseStore {
  /// The hosts for each need of a case that waits, best first.
  ///
  /// - Throws: `notPermitted` for a volunteer: nobody but staff learns who needs or offers a home.
  package func stayOptions(of record: RecordID) throws(Refusal) -> [StayProposal] {
    try requireCoordinator()
    let today = today
    return try read { db in
      let waiting = try db.waitingLodgings(of: record, today)
      let homes = try db.homes(today)
      let links = try db.links(
        homes.map { RecordAddress(.host, $0.id) } + [RecordAddress(.case, record)])
      return waiting.map { row in
        var options: [StayProposal.Option] = []
        var obstacles: [StayMatch.Obstacle: Int] = [:]
        for home in homes {
          let match = home.match(row.record, today)
          for obstacle in match.obstacles { obstacles[obstacle, default: 0] += 1 }
          if match.isPossible, let link = links[RecordAddress(.host, home.id)] {
            options.append(StayProposal.Option(link, match))
          }
        }
        options.sort {
          ($1.match.score, $0.host.address.id) < ($0.match.score, $1.host.address.id)
        }
        var proposal = db.proposal(row, links, options)
        proposal.obstacles = obstacles
        return proposal
      }
    }
  }

  /// The best hosts for all who wait together; see `StayAssignment`.
  package func stayAssignment() throws(Refusal) -> [StayProposal] {
    try requireCoordinator()
    let today = today
    return try read { db in
      let waiting = try db.waitingLodgings(of: nil, today)
      let homes = try db.homes(today)
      let worths = waiting.map { row in
        homes.map { home in
          let match = home.match(row.record, today)
          return match.isPossible
            ? StayAssignment.worth(persons: row.record.persons ?? 1, score: match.score) : 0
        }
      }
      let best = StayAssignment.best(worths)
      let links = try db.links(
        homes.map { RecordAddress(.host, $0.id) }
          + Set(waiting.map { RecordAddress(.case, $0.record.case.id) }))
      return zip(waiting, best).map { row, place in
        let option = place.flatMap { place -> StayProposal.Option? in
          let home = homes[place]
          return links[RecordAddress(.host, home.id)].map {
            StayProposal.Option($0, home.match(row.record, today))
          }
        }
        return db.proposal(row, links, [option].compactMap(\.self))
      }
    }
  }
}

extension Database {
  fileprivate func proposal(
    _ row: DeadlineFacts.Row<Lodging>, _ links: [RecordAddress: Link],
    _ options: [StayProposal.Option]
  ) -> StayProposal {
    let address = RecordAddress(.case, row.record.case.id)
    return StayProposal(
      about: links[address] ?? Link(address), lodging: row.record,
      number: RecordAddress(.lodging, row.id).number, options: options)
  }
}
