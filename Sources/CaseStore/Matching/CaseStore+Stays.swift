package import Casework
import GRDB

extension CaseStore {
  /// The hosts for each need of a case that waits, best first.
  ///
  /// - Throws: `notPermitted` for a volunteer: nobody but staff learns who needs or offers a home.
  package func stayOptions(of record: RecordID) throws(Refusal) -> [StayProposal] {
    let today = today
    return try read { db in
      let waiting = try db.waitingLodgings(of: record, today)
      let homes = try db.homes(today)
      let links = try db.links(
        homes.map { RecordAddress(.host, $0.id) } + [RecordAddress(.case, record)])
      return waiting.map { row in
        let matches = homes.map { $0.match(row.record, today) }
        var proposal = db.proposal(row, links, matches)
        proposal.options = zip(homes, matches).compactMap { home, match in
          guard match.isPossible, let link = links[RecordAddress(.host, home.id)] else {
            return nil
          }
          return StayProposal.Option(link, match)
        }.sorted {
          ($1.match.score, $0.host.address.id) < ($0.match.score, $1.host.address.id)
        }
        return proposal
      }
    }
  }

  /// The best hosts for all who wait together, the earliest first; see `StayAssignment`.
  ///
  /// Those who are left over are given what nights the homes have left, again and again until nobody
  /// finds one.
  package func stayAssignment() throws(Refusal) -> [StayProposal] {
    let today = today
    return try read { db in
      let waiting = try db.waitingLodgings(of: nil, today)
      let homes = try db.homes(today)
      let links = try db.links(
        homes.map { RecordAddress(.host, $0.id) }
          + Set(waiting.map { RecordAddress(.case, $0.record.case.id) }))
      var proposals = waiting.map { row in
        db.proposal(row, links, homes.map { $0.match(row.record, today) })
      }
      var left = Array(waiting.indices)
      var free = homes.map(\.asAWhole)
      while true {
        let worths = left.map { row in free.map { $0.worth(waiting[row].record, today) } }
        let best = Array(zip(left, StayAssignment.best(worths)))
        for case (let row, let place?) in best {
          let lodging = waiting[row].record
          guard let link = links[RecordAddress(.host, free[place].id)] else { continue }
          proposals[row].options = [StayProposal.Option(link, free[place].match(lodging, today))]
        }
        for case (let row, let place?) in best { free[place].occupy(for: waiting[row].record) }
        left = best.filter { $0.1 == nil }.map(\.0)
        if left.isEmpty || left.count == best.count { return proposals }
      }
    }
  }
}

extension Database {
  fileprivate func proposal(
    _ row: DeadlineFacts.Row<Lodging>, _ links: [RecordAddress: Link], _ matches: [StayMatch]
  ) -> StayProposal {
    let address = RecordAddress(.case, row.record.case.id)
    var proposal = StayProposal(
      about: links[address] ?? Link(address), lodging: row.record,
      number: RecordAddress(.lodging, row.id).number)
    for match in matches {
      for obstacle in match.obstacles { proposal.obstacles[obstacle, default: 0] += 1 }
      if match.isPossible { proposal.possible += 1 }
    }
    return proposal
  }
}
