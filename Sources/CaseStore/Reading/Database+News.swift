import Casework
import GRDB

extension Database {
  /// The most entries of the journal that are looked through, and the most cases shown.
  private static let (mostEntries, mostCases) = (1000, 100)

  /// What others changed in the cases of some staff after an entry of the journal.
  ///
  /// It begins at that entry and reads what was written since; nothing where nobody looked before.
  func news(
    of owners: Set<RecordID>, since looked: Int?, fields: [String], for store: CaseStore
  ) throws -> News {
    let head = Int(try journalHead().sequence)
    // A journal that is shorter than what was seen of it is of a store put back from a backup.
    guard let looked, looked < head else { return News(head: head) }
    let entries = try entries(
      """
      j.sequence > ? AND j.sequence <= ? AND j.version IS NOT NULL AND j.who IS NOT ?
        AND j.command IS NOT 'saw'
      ORDER BY j.sequence DESC LIMIT ?
      """,
      [
        looked.databaseValue, head.databaseValue, store.viewer.address.code.databaseValue,
        Self.mostEntries.databaseValue,
      ])
    var order: [RecordID] = []
    var byCase: [RecordID: [JournalEntry]] = [:]
    // Each case is looked up once, however much happened to it.
    var isOwned: [RecordID: Bool] = [:]
    for entry in entries {
      for id in try cases(of: entry) {
        let isTheirs = try isOwned[id] ?? self.isOwned(id, by: owners)
        isOwned[id] = isTheirs
        guard isTheirs else { continue }
        if byCase[id] == nil { order.append(id) }
        byCase[id, default: []].append(entry)
      }
    }
    let shown = order.prefix(Self.mostCases)
    let latest = try named(shown.compactMap { byCase[$0]?.first })
    let items = try zip(shown, latest).map { id, entry in
      News.Item(
        card: try card(RecordAddress(.case, id), fields, for: store.viewer, store.today),
        latest: entry, count: byCase[id]?.count ?? 0)
    }
    return News(
      items: items, isWhole: entries.count < Self.mostEntries && shown.count == order.count,
      head: head)
  }

  /// The cases that a change is about: the record itself, its person's, or the one it belongs to.
  private func cases(of entry: JournalEntry) throws -> [RecordID] {
    guard let record = entry.record?.address else { return [] }
    let id = record.id.rawValue.databaseValue
    let description = RecordDescription.of(record.kind)
    if description.isOfPersons { return try cases(ofPerson: record.id).map(\.id) }
    guard description.concernsCase else { return [] }
    let said = description.caseOf(record.id, entry.before.merging(entry.after) { $1 })
    if let said { return [said] }
    let row = try row("SELECT \"case\" FROM \(record.kind.table) WHERE id = ?", id)
    return (row?.number(at: 0)).map { [RecordID($0)] } ?? []
  }

  private func isOwned(_ id: RecordID, by owners: Set<RecordID>) throws -> Bool {
    let row = try row("SELECT owner FROM \"case\" WHERE id = ?", id.rawValue.databaseValue)
    return (row?.number(at: 0)).map { owners.contains(RecordID($0)) } ?? false
  }
}
