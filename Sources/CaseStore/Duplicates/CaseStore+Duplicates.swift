package import Casework
import GRDB

extension CaseStore {
  /// The cases of persons who may be the one that is being entered, most alike first.
  ///
  /// - Parameter values: what is known of them, by field of a person.
  /// - Throws: `notPermitted` for a volunteer, who learns of nobody else.
  package func duplicates(
    of values: [String: FieldValue], limit: Int
  ) throws(Refusal) -> [Duplicate] {
    try read { db in try db.duplicates(of: values, besides: [], limit: limit) }
  }

  /// The cases of others who may be the person of this one, most alike first, without those of whom
  /// somebody found that they are not.
  ///
  /// - Throws: `notPermitted` for a volunteer; `notFound`.
  package func duplicates(ofCase id: RecordID, limit: Int) throws(Refusal) -> [Duplicate] {
    try read { db in
      guard
        let address = try db.record(RecordAddress(.case, id))?.values[\Case.person]?.link?.address,
        let person = try db.record(address)
      else { throw Refusal.notFound }
      let apart = try db.personsApart(from: address.id).union([address.id])
      return try db.duplicates(of: person.values, besides: apart, limit: limit)
        .filter { $0.link.address.id != id }
    }
  }
}

extension CaseStore {
  /// All pairs of cases that may be about one person, most alike first.
  ///
  /// - Throws: `notPermitted` for a volunteer.
  package func twins() throws(Refusal) -> [(link: Link, twin: Duplicate)] {
    try read { db in
      let persons = try db.rows(Condition(sql: "SELECT id FROM person ORDER BY id", arguments: []))
      let namesakes = Namesakes()
      let pairs = try persons.compactMap { $0.number(at: 0).map(RecordID.init(_:)) }.flatMap {
        id -> [(link: Link, twin: Duplicate)] in
        guard let person = try db.record(RecordAddress(.person, id)),
          let own = try db.cases(ofPerson: id).last, try db.survivor(of: own) == own
        else { return [] }
        let found = try db.duplicates(
          of: person.values, besides: try db.personsApart(from: id).union([id]), byEar: false,
          limit: .max, among: namesakes)
        let link = try db.link(own)
        // Each pair stands once, with the case that was there first.
        return found.filter { $0.link.address.kind == own.kind && $0.link.address.id < own.id }
          .map { (link, $0) }
      }
      return pairs.sorted { $0.twin.match.weight > $1.twin.match.weight }
    }
  }
}

extension Database {
  fileprivate func duplicates(
    of values: [String: FieldValue], besides others: Set<RecordID>, byEar: Bool = true, limit: Int,
    among namesakes: Namesakes = Namesakes()
  ) throws -> [Duplicate] {
    let persons = try duplicatePersons(of: values, byEar: byEar, among: namesakes).filter {
      !others.contains($0.person)
    }
    var seen: Set<RecordAddress> = []
    let found = try persons.prefix(limit).flatMap { person, match in
      try addresses(of: person, besides: others).filter { seen.insert($0).inserted }
        .map { ($0, match) }
    }
    let links = try links(found.map(\.0))
    return found.prefix(limit).compactMap { address, match in
      links[address].map { Duplicate($0, match) }
    }
  }

  /// The cases of a person, or the person where they have none; of a case that was merged the one that
  /// survives it, where that is not of one of `others`.
  private func addresses(
    of person: RecordID, besides others: Set<RecordID>
  ) throws -> [RecordAddress] {
    let cases = try cases(ofPerson: person)
    guard !cases.isEmpty else { return [RecordAddress(.person, person)] }
    return try cases.compactMap { own in
      let survivor = try survivor(of: own)
      guard survivor != own else { return own }
      let row = try row(
        "SELECT person FROM \"case\" WHERE id = ?", survivor.id.rawValue.databaseValue)
      return others.contains(RecordID(row?.number(at: 0) ?? 0)) ? nil : survivor
    }
  }
}
