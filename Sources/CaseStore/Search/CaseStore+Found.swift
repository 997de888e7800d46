package import Casework
import Fold
import GRDB

extension CaseStore {
  /// A few records of each kind that hold the words: those that a list ranks in its order, of others
  /// the newest; the record of a number alone where the text is one.
  ///
  /// A case that was merged comes behind the one that survives it. A volunteer finds the cases that
  /// are theirs.
  package func found(_ asked: LookUp, limit: Int) throws(Refusal) -> [FoundRecord] {
    let words = SearchWord.all(of: asked.text)
    guard !words.isEmpty else { return [] }
    guard viewer.isCoordinator else {
      guard asked.kinds.contains(.case) else { return [] }
      return try suggestions(.case, matching: asked.text, limit: limit).map { FoundRecord($0) }
    }
    if let meant = try numbered(asked.text) {
      let number = RecordNumber.normalised(asked.text)
      guard asked.kinds.contains(meant.kind) else { return [] }
      let typed = try find(meant.kind, number)
      return try read { db in
        try [meant, typed].prefix(meant == typed ? 1 : 2).map { FoundRecord(try db.link($0)) }
      }
    }
    return try read { db in
      try asked.kinds.flatMap { kind -> [FoundRecord] in
        guard RecordDescription.of(kind).isAbout.isEmpty else {
          return try db.found(words, in: kind, limit: limit)
        }
        let links = try suggestions(kind, matching: asked.text, limit: limit)
        return try db.mergedLast(links).map { FoundRecord($0) }
      }
    }
  }

  /// The record of a number, to be opened; of a case that was merged the one that survives it.
  package func findSurvivor(_ kind: RecordKind, _ number: String) throws(Refusal) -> RecordAddress {
    guard viewer.isCoordinator, let meant = try numbered(number) else {
      return try find(kind, number)
    }
    return meant
  }
}

extension Database {
  fileprivate func mergedLast(_ links: [Link]) throws -> [Link] {
    guard let first = links.first, RecordDescription.of(first.address.kind).isToldAround else {
      return links
    }
    let merged = try Set(
      rows(
        Condition(
          sql: """
            SELECT id FROM "case" WHERE id IN (SELECT value FROM json_each(?)) AND status = ?
            """,
          arguments: [
            "\(links.map(\.address.id.rawValue))".databaseValue,
            CaseStatus.duplicate.rawValue.databaseValue,
          ])
      ) { RecordID($0.number(at: 0) ?? 0) })
    let isMerged = { (link: Link) in merged.contains(link.address.id) }
    return links.filter { !isMerged($0) } + links.filter(isMerged)
  }

  /// The newest records of a kind that hold the words, each with its case and the line that holds
  /// them.
  fileprivate func found(
    _ words: [SearchWord], in kind: RecordKind, limit: Int
  ) throws -> [FoundRecord] {
    var hits = SearchHits.ids(of: kind, holding: words)
    hits.sql += " ORDER BY found.rowid DESC"
    let ids = try rows(hits.limited(to: limit)) { RecordID($0.number(at: 0) ?? 0) }
    let values = try ids.map { try record(RecordAddress(kind, $0))?.values ?? [:] }
    let cases = values.map { $0.aboutCase?.address }
    let links = try links(ids.map { RecordAddress(kind, $0) } + cases.compactMap(\.self))
    let fields = RecordDescription.of(kind).fields.filter { $0.uses.contains(.search) }
    return zip(ids, zip(values, cases)).compactMap { id, known in
      guard let link = links[RecordAddress(kind, id)] else { return nil }
      let texts = fields.compactMap { field -> String? in
        if case .text(let text)? = known.0[field.name] { text } else { nil }
      }
      return FoundRecord(
        link, about: known.1.flatMap { links[$0] }, excerpt: Self.line(of: texts, words))
    }
  }

  /// The line in which the first of the words stands.
  private static func line(of texts: [String], _ words: [SearchWord]) -> String {
    guard let word = words.first?.text else { return "" }
    let lines = texts.lazy.flatMap { $0.split { $0.isNewline || $0 == "。" } }
    return lines.first { Fold.key(String($0)).contains(word) }.map(String.init) ?? ""
  }
}
