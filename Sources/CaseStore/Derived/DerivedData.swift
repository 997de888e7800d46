import Casework
import Crypto
import Fold
import Foundation
import GRDB

/// Data that a store keeps although they follow from its records, so that reading is quick.
///
/// A store notes the revision of the definition they were made by. A program whose definition has
/// another revision makes them anew when it opens the store; nobody has to remember to.
struct DerivedData: Sendable {
  /// Tells that one more record was gone through.
  typealias Tick = () -> Void

  /// How the store names them.
  let name: String
  let revision: String
  /// How many records are gone through to make them.
  let count: @Sendable (Database) throws -> Int
  /// Makes them anew from the records.
  let make: @Sendable (Database, Tick) throws -> Void

  /// - Parameter definition: everything that decides what they are: tables, statements, and for what
  ///   only Swift says a number that is raised by hand.
  init(
    _ name: String, definition: [String],
    count: @escaping @Sendable (Database) throws -> Int = { _ in 0 },
    make: @escaping @Sendable (Database, Tick) throws -> Void
  ) {
    self.name = name
    revision = Self.revision(of: definition)
    self.count = count
    self.make = make
  }

  /// The first 128 bits of a hash of the texts and where each ends, in hexadecimal digits.
  static func revision(of definition: [String]) -> String {
    var hash = SHA256()
    for text in definition { hash.update(data: Data("\(text.utf8.count):\(text)".utf8)) }
    return hash.finalize().prefix(16).hexadecimal
  }
}

extension DerivedData {
  /// All of them, each after those it is made from.
  ///
  /// - Parameter version: of the schema; a migration may have changed what a view reads.
  static func all(version: Int) -> [DerivedData] {
    [views(version: version), tables] + ofRows
  }

  /// Those that are rows or columns, and not the shape of the file.
  static let ofRows = [index, duplicates, statuses, deadlines]

  private static func views(version: Int) -> DerivedData {
    let text = EmbeddedResources.files.first { $0.name == "views.sql" }?.text ?? ""
    return DerivedData("views", definition: ["\(version)", text]) { db, _ in
      try db.makeViews(text)
    }
  }

  /// Indexes and the guards of identities.
  private static let tables = DerivedData("tables", definition: TableParts.definition) { db, _ in
    try db.makeTableParts()
  }

  /// What the search box looks into, and the names that a sheet's words are compared with.
  private static let index = DerivedData(
    "index",
    definition: ["\(Fold.revision)", "\(SearchPairs.revision)"] + SearchKey.kinds.map(\.rawValue)
      + IndexPlan.definition,
    count: { try $0.countIndexed() }, make: { try $0.indexAll($1) })

  /// The keys by which a person is found who may have been entered before.
  private static let duplicates = DerivedData(
    "duplicates",
    definition: ["\(Fold.revision)", "\(DuplicateFacts.revision)"] + DuplicateFacts.fields.sorted(),
    count: { try $0.count("person") }, make: { try $0.indexAllDuplicates($1) })

  /// The statuses that records reached; deadlines count from some of them.
  private static let statuses = DerivedData(
    "statuses", definition: Database.definitionOfStatuses,
    count: { try $0.count("journalRow WHERE version IS NOT NULL") },
    make: { try $0.noteAllStatuses($1) })

  private static let deadlines = DerivedData(
    "deadlines", definition: Deadlines.definition + [DeadlineColumns.insert],
    count: { try $0.count("\"case\"") }, make: { try $0.renewAllDeadlines($1) })
}
