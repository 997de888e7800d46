import Casework
import Fold
import GRDB

extension Database {
  /// How many persons of one key are looked at: the latest.
  private static let mostOfKey = Namesakes.most

  /// Brings the keys by which a person is found as a possible duplicate up to date.
  ///
  /// - Parameter namesakes: are told of a new one.
  func indexDuplicates(
    _ person: RecordID, _ values: [String: FieldValue], isNew: Bool, _ namesakes: Namesakes? = nil
  ) throws {
    let id = person.rawValue.databaseValue
    if !isNew { try run("DELETE FROM duplicateKey WHERE person = ?", [id]) }
    let facts = DuplicateFacts(values)
    for key in facts.keys {
      try run(
        "INSERT INTO duplicateKey (key, person) VALUES (?, ?)", [key.text.databaseValue, id])
      namesakes?.add(person, with: key, of: facts)
    }
  }

  /// Makes the keys of all persons anew.
  func indexAllDuplicates(_ tick: DerivedData.Tick) throws {
    let ids = try rows(Condition(sql: "SELECT id FROM person ORDER BY id", arguments: []))
    for id in ids.compactMap({ $0.number(at: 0) }) {
      if let person = try record(RecordAddress(.person, RecordID(id))) {
        try indexDuplicates(person.address.id, person.values, isNew: false)
      }
      tick()
    }
  }

  /// The persons who may be the one of `values`, most alike first.
  ///
  /// - Parameter byEar: whether those are looked for too whose names alone sound alike; who was born on
  ///   the same day, or on one with day and month exchanged, is compared by sound in any case.
  /// - Parameter most: how many persons of one key are looked at: the latest.
  /// - Parameter namesakes: what is known of those who were looked at before.
  func duplicatePersons(
    of values: [String: FieldValue], byEar: Bool = false, of most: Int? = nil,
    among namesakes: Namesakes = Namesakes()
  ) throws -> [(person: RecordID, match: DuplicateMatch)] {
    let facts = DuplicateFacts(values)
    var ids = Set(
      try facts.searchedKeys.flatMap {
        try persons(with: $0, of: facts, atMost: most ?? Self.mostOfKey, among: namesakes)
      })
    if byEar { ids.formUnion(try facts.names.values.flatMap(personsHeard)) }
    return try ids.sorted().compactMap { id -> (person: RecordID, match: DuplicateMatch)? in
      guard let other = try duplicateFacts(of: id), let match = DuplicateMatch(facts, other) else {
        return nil
      }
      return (id, match)
    }.sorted {
      ($1.match.weight, $0.person) < ($0.match.weight, $1.person)
    }
  }

  /// What makes a person a possible duplicate, and nothing else of them: many share a day of birth.
  private func duplicateFacts(of id: RecordID) throws -> DuplicateFacts? {
    let address = RecordAddress(.person, id)
    return try rows(
      Condition(sql: Self.selectFacts, arguments: [id.rawValue.databaseValue])
    ) { row in
      var values: [String: FieldValue] = [:]
      for (index, field) in Self.factFields.enumerated() {
        values[field.name] = try field.value(row.value(at: index), of: address)
      }
      return DuplicateFacts(values)
    }.first
  }

  private static let factFields = RecordDescription.of(.person).stored.filter {
    DuplicateFacts.fields.contains($0.name)
  }
  private static let selectFacts = {
    let columns = factFields.map { quoted($0.name) }.joined(separator: ", ")
    return "SELECT \(columns) FROM person WHERE id = ?"
  }()

  /// The latest persons of whom the words of a folded name are heard.
  private func personsHeard(_ name: String) throws -> [RecordID] {
    let words = name.split(separator: " ").map { SearchWord(String($0)) }
    guard let heard = HeardSearch(words), let own = SearchKey.range(of: .person) else { return [] }
    let hits = SearchHits(heard.phrase, in: own).condition
    return try rows(
      Condition(
        sql: """
          SELECT found.rowid - \(own.lowerBound) FROM searchIndex AS found WHERE \(hits.sql)
          ORDER BY found.rowid DESC LIMIT ?
          """, arguments: hits.arguments + [Self.mostOfKey.databaseValue])
    ) { RecordID($0.integer(at: 0)) }
  }

  /// The persons of a name whose day of birth is known to be this one.
  func persons(called name: String, born day: CivilDate) throws -> [RecordID] {
    try rows(
      Condition(
        sql: """
          SELECT born.person FROM duplicateKey AS born CROSS JOIN nameKey AS called
          ON called.kind = ? AND called.folded = ? AND called.record = born.person
          WHERE born.key = ?
          """, arguments: Self.nameKey(name) + [DuplicateFacts.key(ofBirth: day).databaseValue])
    ) { RecordID($0.integer(at: 0)) }
  }

  private static func nameKey(_ name: String) -> [DatabaseValue] {
    [RecordKind.person.rawValue.databaseValue, Fold.identity(name).databaseValue]
  }

  /// The latest persons of a key; of those of a name whom a date does not speak against: a name alone does
  /// not outweigh it (`DuplicateMatch.Reason.weight`).
  private func persons(
    with key: DuplicateFacts.Key, of facts: DuplicateFacts, atMost most: Int,
    among namesakes: Namesakes
  ) throws -> [RecordID] {
    guard key.isOfName, let months = facts.monthsNotAgainst else {
      return try rows(
        Condition(
          sql: "SELECT person FROM duplicateKey WHERE key = ? ORDER BY person DESC LIMIT ?",
          arguments: [key.text.databaseValue, most.databaseValue])
      ) { RecordID($0.integer(at: 0)) }
    }
    return try namesakes.keyed(key.text, in: self).lazy
      .filter { $0.month.map(months.contains) ?? true }.prefix(most).map(\.id)
  }

  /// The cases of a person, oldest first.
  func cases(ofPerson id: RecordID) throws -> [RecordAddress] {
    try rows(
      Condition(
        sql: "SELECT id FROM \"case\" WHERE person = ? ORDER BY id",
        arguments: [id.rawValue.databaseValue])
    ) { RecordAddress(.case, RecordID($0.integer(at: 0))) }
  }
}
