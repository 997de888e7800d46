import Casework
import Fold
import GRDB

extension Database {
  /// Brings what is kept for finding by name, and persons who may be one, up to date with a record.
  ///
  /// - Parameters:
  ///   - values: all that it stores now.
  ///   - changed: the fields that changed; nil for a new record.
  ///   - namesakes: are told of a new person.
  func indexKeys(
    _ address: RecordAddress, _ values: [String: FieldValue], changed: Set<String>?,
    _ namesakes: Namesakes
  ) throws {
    let plan = IndexPlan.of(address.kind)
    let isOfPersons = RecordDescription.of(address.kind).isOfPersons
    if isOfPersons, changed != nil { namesakes.forget() }
    if plan.namesAreKept, changed.map({ !plan.names.isDisjoint(with: $0) }) ?? true {
      let names = plan.names.compactMap { name in
        if case .text(let text)? = values[name] { text } else { nil as String? }
      }
      let folded = try indexNames(address, names, isNew: changed == nil)
      if isOfPersons, changed == nil {
        for name in folded { namesakes.add(address.id, called: name, values) }
      }
    }
    if isOfPersons,
      changed.map({ !$0.isDisjoint(with: DuplicateFacts.fields) }) ?? true
    {
      try indexDuplicates(address.id, values, isNew: changed == nil, namesakes)
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
        ) { RecordAddress(kind, RecordID($0.integer(at: 0))) }
      }
  }

  /// Writes what the search box looks into anew for records, also for those that are gone.
  ///
  /// In the order of their keys: where one is smaller than the one before, the index writes what it has
  /// gathered to the file.
  ///
  /// - Parameter meanwhile: is called, where there are many, while another thread makes what is written,
  ///   and told how many times it is called from now on; it touches nothing of theirs.
  func renewTexts(
    of addresses: [RecordAddress], meanwhile: (_ timesLeft: Int) throws -> Void = { _ in }
  ) throws {
    let keyed = addresses.compactMap { address in SearchKey.of(address).map { ($0, address) } }
    let sorted = keyed.sorted { $0.0 < $1.0 }.map(\.1)
    guard sorted.count > Self.textsAtOnce else {
      for address in sorted { try indexSearch(address, .of(address.kind)) }
      return
    }
    // How words sound is found out by another thread while those before them are written.
    var before: (addresses: ArraySlice<RecordAddress>, entries: MadeAhead<[SearchEntry?]>)?
    func write() throws {
      guard let before else { return }
      for (address, entry) in zip(before.addresses, before.entries.value) {
        try keep(entry, of: address)
      }
    }
    for start in stride(from: 0, to: sorted.count, by: Self.textsAtOnce) {
      let part = sorted[start...].prefix(Self.textsAtOnce)
      let texts = try part.map { try searchedTexts($0, .of($0.kind)) }
      let entries = MadeAhead { texts.map { $0.map { SearchEntry(SearchText($0)) } } }
      try write()
      try meanwhile((sorted.count - start + Self.textsAtOnce - 1) / Self.textsAtOnce)
      before = (part, entries)
    }
    try write()
  }

  private static let textsAtOnce = 500

  /// Makes what is kept for searching and for finding by name anew for all records.
  func indexAll(_ tick: DerivedData.Tick) throws {
    try execute(sql: "DELETE FROM nameKey")
    try clearSearch()
    for (kind, plan) in IndexPlan.inUse {
      let ids = try rows(Condition(sql: "SELECT id FROM \(kind.table) ORDER BY id", arguments: []))
      for id in ids.compactMap({ $0.number(at: 0) }) {
        let address = RecordAddress(kind, RecordID(id))
        if plan.namesAreKept {
          _ = try indexNames(address, texts(plan.nameSelect, address), isNew: false)
        }
        try indexSearch(address, plan)
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
    try keep(nil, of: address)
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
    ) { RecordID($0.integer(at: 0)) }
  }

  /// - Returns: the names as they are kept, folded.
  private func indexNames(
    _ address: RecordAddress, _ names: [String], isNew: Bool
  ) throws -> Set<String> {
    let kind = address.kind.rawValue.databaseValue
    let id = address.id.rawValue.databaseValue
    if !isNew { try run("DELETE FROM nameKey WHERE kind = ? AND record = ?", [kind, id]) }
    let folded = Set(names.map(Fold.identity).filter { !$0.isEmpty })
    for name in folded {
      try run(
        "INSERT INTO nameKey (kind, folded, record) VALUES (?, ?, ?)",
        [kind, name.databaseValue, id])
    }
    return folded
  }

  private func texts(_ select: String, _ address: RecordAddress) throws -> [String] {
    let row = try row(select, address.id.rawValue.databaseValue)
    return (0..<(row?.count ?? 0)).compactMap { row?.text(at: $0) }
  }
}
