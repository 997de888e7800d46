import Casework
import GRDB

extension Database {
  /// What records are called by staff, a query for each kind; those that are gone are missing.
  func links(_ addresses: some Sequence<RecordAddress>) throws -> [RecordAddress: Link] {
    var links: [RecordAddress: Link] = [:]
    for (kind, group) in Dictionary(grouping: Set(addresses), by: \.kind) {
      var source = Source(everythingOf: kind)
      let names = LinkColumns(kind, at: "t", in: &source)
      let columns = (["t.id"] + names.columns).joined(separator: ", ")
      var rest = group[...]
      while !rest.isEmpty {
        let ids = rest.prefix(500).map(\.id.rawValue.databaseValue)
        rest = rest.dropFirst(500)
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let sql = "SELECT \(columns) FROM \(source.sql) WHERE t.id IN (\(marks))"
        for row in try Row.fetchAll(self, sql: sql, arguments: StatementArguments(ids)) {
          let address = RecordAddress(kind, RecordID(row.number(at: 0) ?? 0))
          var index = 1
          links[address] = names.link(address, row, at: &index, staff: true)
        }
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
