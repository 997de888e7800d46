import Casework
import GRDB

extension Database {
  /// What records are called by staff, a query for each kind; those that are gone are missing.
  func links(_ addresses: some Sequence<RecordAddress>) throws -> [RecordAddress: Link] {
    var links: [RecordAddress: Link] = [:]
    for (kind, group) in Dictionary(grouping: Set(addresses), by: { $0.kind }) {
      let names = LinkNames.of(kind)
      for ids in IDList.lists(of: group.map { $0.id }) {
        for link in try rows(names.condition(ids), names.link) { links[link.address] = link }
      }
    }
    return links
  }

  /// One record by name; by its address alone where it is gone.
  func link(_ address: RecordAddress) throws -> Link {
    try links([address])[address]
      ?? Link(address, number: address.number)
  }

  /// Entries with everything in them called by name.
  func named(_ entries: [JournalEntry]) throws -> [JournalEntry] {
    let values = entries.flatMap { Array($0.before.values) + Array($0.after.values) }
    let addresses =
      values.compactMap(\.link?.address)
      + entries.flatMap { [$0.record, $0.who].compactMap { $0?.address } }
    let links = try links(addresses)
    func name(_ link: Link) -> Link {
      links[link.address] ?? Link(link.address, number: link.address.number)
    }
    return entries.map { entry in
      var entry = entry
      entry.record = entry.record.map(name)
      entry.who = entry.who.map(name)
      entry.before = entry.before.mapValues { $0.link.map { .link(name($0)) } ?? $0 }
      entry.after = entry.after.mapValues { $0.link.map { .link(name($0)) } ?? $0 }
      return entry
    }
  }

  /// Conflicts with the records in them called by name.
  func named(_ conflicts: [FieldConflict]) throws -> [FieldConflict] {
    let addresses = conflicts.flatMap { [$0.yours, $0.theirs].compactMap(\.link?.address) }
    let links = try links(addresses)
    func name(_ value: FieldValue) -> FieldValue {
      value.link.map { .link(links[$0.address] ?? $0) } ?? value
    }
    return conflicts.map {
      FieldConflict($0.field, yours: name($0.yours), theirs: name($0.theirs))
    }
  }
}

extension FieldValue {
  var link: Link? {
    if case .link(let link) = self { link } else { nil }
  }
}

/// What the records of a kind are called by staff, told in SQL.
private struct LinkNames: Sendable {
  private let kind: RecordKind
  private let columns: LinkColumns
  private let sql: String

  private static let known = MadeOnce<RecordKind, LinkNames>()

  static func of(_ kind: RecordKind) -> LinkNames { known.value(of: kind) { LinkNames(kind) } }

  private init(_ kind: RecordKind) {
    var source = Source(everythingOf: kind)
    self.kind = kind
    columns = LinkColumns(kind, at: "t", in: &source)
    sql = "SELECT \((["t.id"] + columns.columns).joined(separator: ", ")) FROM \(source.sql)"
  }

  func condition(_ ids: IDList) -> Condition {
    Condition(sql: "\(sql) WHERE t.id IN (\(ids.marks))", arguments: ids.arguments)
  }

  func link(_ row: RowBytes) -> Link {
    var index = 1
    let address = RecordAddress(kind, RecordID(row.number(at: 0) ?? 0))
    return columns.link(address, row, at: &index, staff: true)
  }
}
