import Casework
import Fold
import GRDB

/// What volunteers are shown is written down in the transaction in which it is read, or it is not
/// shown.
extension CaseStore {
  /// Reads what is shown of a list.
  ///
  /// - Parameter records: which records `body` gives back.
  func looked<T>(
    _ query: ListQuery, _ fields: [String], _ records: (T) -> [RecordID],
    _ body: (Database) throws -> T
  ) throws(Refusal) -> T {
    let found = try read(for: .everybody, body)
    guard !viewer.isCoordinator else { return found }
    let look = Look(
      kind: query.kind, searched: chain.trace(of: query), fields: seen(fields, of: query.kind))
    if looks.hold(look, records(found), at: clock()) { return found }
    let shown = try write(for: .everybody) { step in
      // Over the connection that volunteers read over: nothing of it is shown unless the look is kept.
      let shown = try read(for: .everybody, body)
      try step.note(
        look.searched.isEmpty ? .listed : .searched, of: viewer.address,
        after: told(look, records(shown)))
      return shown
    }
    looks.note(look, records(shown), at: clock())
    return shown
  }

  /// Writes down that a volunteer asked for a record that is not theirs, or that is none: both alike.
  func noteMissing(_ kind: RecordKind, _ reference: String) throws(Refusal) {
    let words = ListQuery(kind, search: reference)
    try write(for: .everybody) { step in
      try step.note(
        .refused, of: viewer.address,
        after: told([.kind: kind.plural, .searched: chain.trace(of: words)]))
    }
  }

  /// How many records a volunteer may open within an hour: far more than help with any case needs, and
  /// too few to carry all of them away.
  static let viewsAnHour = 100

  /// - Throws: `tooManyViews` where a record would be one more than that.
  func checkViews(with address: RecordAddress, in db: Database, _ now: Instant) throws {
    let opened = try db.rows(
      Condition(
        sql: """
          SELECT recordKind, record FROM journal
          WHERE sequence > ? AND at > ? AND who = ? AND command = 'view'
          """,
        arguments: [
          (db.journalHead().sequence - Int64(JournalReader.walk)).databaseValue,
          (now.rawValue - 3600).databaseValue, viewer.address.code.databaseValue,
        ])
    ) { "\($0.text(at: 0) ?? ""):\($0.number(at: 1) ?? 0)" }
    guard Set(opened).union([address.code]).count <= Self.viewsAnHour else {
      throw Refusal.tooManyViews(Self.viewsAnHour)
    }
  }

  /// What a record's page shows.
  func told(_ detail: Detail) -> [String: FieldValue] {
    let card = detail.card
    let fields = RecordDescription.of(card.address.kind).fields.filter {
      card.content($0.name) != .withheld && !card[$0.name].isAbsent
    }
    let kinds = Dictionary(grouping: detail.timeline.map(\.address), by: \.kind)
    let around = kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.rawValue):\(RecordSpans.text($0.value.map(\.id)))"
    }
    return told([
      .fields: fields.map(\.name).joined(separator: ","), .around: around.joined(separator: " "),
    ])
  }

  /// That somebody came in, by which key.
  var toldEntrance: [String: FieldValue] { told([:]) }

  private func told(_ look: Look, _ records: [RecordID]) -> [String: FieldValue] {
    told([
      .kind: look.kind.plural, .records: RecordSpans.text(records), .rows: String(records.count),
      .fields: look.fields.joined(separator: ","), .searched: look.searched,
    ])
  }

  private func told(_ details: [LookNote.Detail: String]) -> [String: FieldValue] {
    var details = details
    details[.key] = key?.fingerprint ?? ""
    return details.filter { !$0.value.isEmpty }.reduce(into: [:]) {
      $0[$1.key.rawValue] = .text($1.value)
    }
  }

  private func seen(_ fields: [String], of kind: RecordKind) -> [String] {
    let description = RecordDescription.of(kind)
    return fields.filter { description[$0].map { $0.audience != .staff } ?? false }
  }
}

extension JournalChain {
  /// A sign for what is searched in a list, the same for the same words; empty where nothing is.
  fileprivate func trace(of query: ListQuery) -> String {
    guard query.isSearching else { return "" }
    let words = query.words.map { "\($0)" }
    return trace(of: ([Fold.key(query.search)] + words).joined(separator: "\n"))
  }
}
