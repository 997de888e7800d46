import Casework
import Fold
import GRDB

/// A letter as the store remembers it: that it went or came, and what it is about here.
struct KeptLetter {
  var id: String
  var thread: String
  var matter: Letter.Matter
  var isOutgoing: Bool
  var partner: String
  var record: RecordID?
  var referral: RecordID?
  var followUp: RecordID?

  /// - Parameter isOutgoing: whether it is one of ours.
  init(_ letter: Letter, isOutgoing: Bool, partner: String) {
    id = letter.id
    thread = letter.thread
    matter = letter.matter
    self.isOutgoing = isOutgoing
    self.partner = partner
  }

  fileprivate init?(_ row: Row) {
    guard let matter = row.text(at: 2).flatMap(Letter.Matter.init(rawValue:)) else { return nil }
    id = row.text(at: 0) ?? ""
    thread = row.text(at: 1) ?? ""
    self.matter = matter
    isOutgoing = row.number(at: 3) == 1
    partner = row.text(at: 4) ?? ""
    record = row.number(at: 5).map(RecordID.init(_:))
    referral = row.number(at: 6).map(RecordID.init(_:))
    followUp = row.number(at: 7).map(RecordID.init(_:))
  }

  func isOf(_ partner: String) -> Bool { Fold.name(self.partner) == Fold.name(partner) }
}

extension Database {
  private static let columns = """
    SELECT id, thread, matter, isOutgoing, partner, "case", referral, followup FROM letter
    """

  private func letters(_ condition: String, _ values: [DatabaseValue]) throws -> [KeptLetter] {
    try rows(Condition(sql: "\(Self.columns) WHERE \(condition) ORDER BY rowid", arguments: values))
      .compactMap(KeptLetter.init)
  }

  func letter(_ id: String) throws -> KeptLetter? {
    try letters("id = ?", [id.databaseValue]).first
  }

  /// All about one referral, oldest first.
  func letters(inThread thread: String) throws -> [KeptLetter] {
    try letters("thread = ?", [thread.databaseValue])
  }

  /// All about a case, also about one that was merged into it, oldest first.
  func letters(about record: RecordID) throws -> [KeptLetter] {
    let id = record.rawValue.databaseValue
    return try letters(
      "\"case\" = ? OR \"case\" IN (SELECT id FROM \"case\" WHERE survivingCase = ?)", [id, id])
  }

  func keep(_ letter: KeptLetter, at: Instant) throws {
    try run(
      """
      INSERT INTO letter (id, thread, matter, isOutgoing, partner, "case", referral, followup, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        letter.id.databaseValue, letter.thread.databaseValue,
        letter.matter.rawValue.databaseValue, letter.isOutgoing.databaseValue,
        letter.partner.databaseValue, letter.record?.rawValue.databaseValue ?? .null,
        letter.referral?.rawValue.databaseValue ?? .null,
        letter.followUp?.rawValue.databaseValue ?? .null, at.rawValue.databaseValue,
      ])
  }
}
