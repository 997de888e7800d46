import Casework
import Fold
import GRDB

extension Database {
  /// Brings what is kept for finding by name, and persons who may be one, up to date with a record.
  ///
  /// - Parameters:
  ///   - values: all that it stores now.
  ///   - changed: the fields that changed; nil for a new record.
  func indexKeys(
    _ address: RecordAddress, _ values: [String: FieldValue], changed: Set<String>?
  ) throws {
    let plan = IndexPlan.of(address.kind)
    if plan.namesAreKept, changed.map({ !plan.names.isDisjoint(with: $0) }) ?? true {
      let names = plan.names.compactMap { name in
        if case .text(let text)? = values[name] { text } else { nil as String? }
      }
      try indexNames(address, names, isNew: changed == nil)
    }
    if RecordDescription.of(address.kind).isOfPersons,
      changed.map({ !$0.isDisjoint(with: DuplicateFacts.fields) }) ?? true
    {
      try indexDuplicates(address.id, values, isNew: changed == nil)
    }
  }

  /// The records whose searched text becomes another with a record: itself, and those that borrow from
  /// it.
  ///
  /// - Parameter changed: the fields that changed; nil for a new record.
  func textsChanged(
    with address: RecordAddress, changed: Set<String>?
  ) throws -> [RecordAddress] {
    let plan = IndexPlan.of(address.kind)
    guard let changed else { return plan.search.isEmpty ? [] : [address] }
    if plan.search.isDisjoint(with: changed) { return [] }
    return try [address]
      + Step.borrowers(of: address.kind).flatMap { kind, via in
        try rows(
          Condition(
            sql: "SELECT id FROM \(kind.table) WHERE \(quoted(via)) = ?",
            arguments: [address.id.rawValue.databaseValue])
        ).compactMap { $0.number(at: 0).map { RecordAddress(kind, RecordID($0)) } }
      }
  }

  /// Writes what the search box looks into anew for records, also for those that are gone.
  func renewTexts(of addresses: [RecordAddress]) throws {
    for address in addresses { try indexText(address, .of(address.kind)) }
  }

  /// Makes what is kept for searching and for finding by name anew for all records.
  func indexAll(_ tick: DerivedData.Tick) throws {
    try execute(sql: "DELETE FROM searchText; DELETE FROM nameKey")
    for (kind, plan) in IndexPlan.inUse {
      let ids = try rows(Condition(sql: "SELECT id FROM \(kind.table) ORDER BY id", arguments: []))
      for id in ids.compactMap({ $0.number(at: 0) }) {
        let address = RecordAddress(kind, RecordID(id))
        if plan.namesAreKept {
          try indexNames(address, texts(plan.nameSelect, address), isNew: false)
        }
        try indexText(address, plan)
        tick()
      }
    }
  }

  /// How many records `indexAll` goes through.
  func countIndexed() throws -> Int {
    try IndexPlan.inUse.reduce(0) { try $0 + count($1.kind.table) }
  }

  func removeFromIndex(_ address: RecordAddress) throws {
    let key = [address.kind.rawValue.databaseValue, address.id.rawValue.databaseValue]
    try run("DELETE FROM searchText WHERE kind = ? AND record = ?", key)
    try run("DELETE FROM nameKey WHERE kind = ? AND record = ?", key)
    if RecordDescription.of(address.kind).isOfPersons {
      try run("DELETE FROM duplicateKey WHERE person = ?", [address.id.rawValue.databaseValue])
    }
  }

  /// The records of a kind that are called `name` by any of the fields that name them.
  func named(_ name: String, _ kind: RecordKind) throws -> [RecordID] {
    try rows(
      Condition(
        sql: "SELECT record FROM nameKey WHERE kind = ? AND folded = ? ORDER BY record",
        arguments: [kind.rawValue.databaseValue, Fold.identity(name).databaseValue])
    ).compactMap { $0.number(at: 0).map(RecordID.init(_:)) }
  }

  private func indexText(_ address: RecordAddress, _ plan: IndexPlan) throws {
    if plan.search.isEmpty { return }
    let lines = try texts(plan.searchSelect, address).map(Fold.key).filter { !$0.isEmpty }
    let key = [address.kind.rawValue.databaseValue, address.id.rawValue.databaseValue]
    if lines.isEmpty {
      try run("DELETE FROM searchText WHERE kind = ? AND record = ?", key)
    } else {
      try run(
        "INSERT OR REPLACE INTO searchText (kind, record, folded) VALUES (?, ?, ?)",
        key + [lines.joined(separator: "\n").databaseValue])
    }
  }

  private func indexNames(_ address: RecordAddress, _ names: [String], isNew: Bool) throws {
    let kind = address.kind.rawValue.databaseValue
    let id = address.id.rawValue.databaseValue
    if !isNew { try run("DELETE FROM nameKey WHERE kind = ? AND record = ?", [kind, id]) }
    for name in Set(names.map(Fold.identity)) where !name.isEmpty {
      try run(
        "INSERT INTO nameKey (kind, folded, record) VALUES (?, ?, ?)",
        [kind, name.databaseValue, id])
    }
  }

  private func texts(_ select: String, _ address: RecordAddress) throws -> [String] {
    let row = try row(select, address.id.rawValue.databaseValue)
    return (0..<(row?.count ?? 0)).compactMap { row?.text(at: $0) }
  }
}

/// Which fields of a kind are searched, and which name it.
struct IndexPlan {
  let search: Set<String>
  let searchSelect: String
  let names: Set<String>
  let nameSelect: String
  /// Records are looked for by name where others refer to them, or where a sheet may name one again.
  let namesAreKept: Bool

  private static let all = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { ($0, IndexPlan($0)) })

  /// The kinds of which anything is kept, with their plans.
  static let inUse: [(kind: RecordKind, plan: IndexPlan)] = RecordKind.allCases
    .map { ($0, of($0)) }.filter { $0.1.namesAreKept || !$0.1.search.isEmpty }

  /// What decides which texts of which records are kept.
  static let definition = inUse.map { kind, plan in
    [kind.rawValue, plan.searchSelect, plan.namesAreKept ? plan.nameSelect : ""]
      .joined(separator: "\n")
  }

  static func of(_ kind: RecordKind) -> IndexPlan { all[kind] ?? IndexPlan(kind) }

  private init(_ kind: RecordKind) {
    let description = RecordDescription.of(kind)
    let searched = description.fields.filter { $0.uses.contains(.search) }
    let named = description.fields.filter {
      description.titleFields.contains($0.name) && $0.shape == .text && $0.origin == .stored
    }
    search = Set(searched.map(\.name))
    names = Set(named.map(\.name))
    namesAreKept =
      !named.isEmpty
      && (Self.referredTo.contains(kind) || !description.identity.names.isEmpty)
    searchSelect = Self.select(searched, of: kind)
    nameSelect = Self.select(named, of: kind)
  }

  /// The kinds that fields of other records refer to.
  private static let referredTo = Set(
    RecordKind.allCases.flatMap { kind in
      RecordDescription.of(kind).fields.compactMap { field -> RecordKind? in
        if field.origin == .stored, case .reference(let target) = field.shape {
          target
        } else {
          nil
        }
      }
    })

  private static func select(_ fields: [FieldFacts], of kind: RecordKind) -> String {
    var joins = ""
    var aliases: Set<String> = []
    let columns = fields.map { field in
      guard case .borrowed(let via, let from) = field.origin else {
        return "t.\(quoted(field.name))"
      }
      if aliases.insert(via).inserted {
        joins += " JOIN \(from.table) AS \(quoted(via)) ON \(quoted(via)).id = t.\(quoted(via))"
      }
      return "\(quoted(via)).\(quoted(field.name))"
    }
    return """
      SELECT \(columns.joined(separator: ", ")) FROM \(kind.table) AS t\(joins) WHERE t.id = ?
      """
  }
}
