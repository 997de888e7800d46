import Casework
import GRDB

/// The records that somebody takes along: their open cases, what is about those alone, and whom and what
/// that refers to, as far as it cannot be without.
struct CarriedSet {
  /// As they are taken, which may be less than what stands in the store.
  private(set) var records: [RecordAddress: StoredRecord] = [:]
  let cases: [RecordID]
  private let carrier: RecordID
  private let account: String
  private let db: Database

  /// - Parameters:
  ///   - carrier: whose cases they are; nobody else can open the copy.
  ///   - account: by which the carrier is known where the copy is opened.
  init(of carrier: RecordID, account: String, in db: Database) throws {
    self.db = db
    (self.carrier, self.account) = (carrier, account)
    let own = try db.stored(
      .case, "WHERE owner = ? AND isOpen = 1", [carrier.rawValue.databaseValue])
    cases = own.map(\.address.id)
    for record in own { records[record.address] = record }
    try addPersons(of: own)
    try addAround()
    for staff in try db.stored(.staff, "WHERE isActive = 1", []) { add(staff) }
    try settleReferences()
  }

  private mutating func addPersons(of cases: [StoredRecord]) throws {
    for record in cases {
      guard let link = record.values[\Case.person]?.link, let person = try db.record(link.address)
      else { continue }
      records[person.address] = person
    }
  }

  /// What is about one of the cases.
  private mutating func addAround() throws {
    for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore && kind != .case
    {
      for field in RecordDescription.of(kind).references(to: .case) {
        for id in cases {
          let found = try db.records(kind, field.name, .link(Link(RecordAddress(.case, id))))
          for record in found { records[record.address] = record }
        }
      }
    }
  }

  /// Adds what records cannot be without, and takes out of them what is not taken along; of what cannot be
  /// without that either, nothing is taken.
  private mutating func settleReferences() throws {
    var open = Array(records.keys)
    while let address = open.popLast() {
      guard var record = records[address] else { continue }
      let isOwn = isAboutCases(address.kind)
      for field in RecordDescription.of(address.kind).stored {
        guard case .reference(let kind) = field.shape, let link = record.values[field.name]?.link,
          records[link.address] == nil
        else { continue }
        // Somebody else's case, and who it is about, stay at home.
        let isTaken = !isAboutCases(kind) && (isOwn || field.isRequired)
        if isTaken, let target = try db.record(link.address) {
          add(target)
          open.append(target.address)
        } else {
          record.values[field.name] = .absent
        }
      }
      records[address] = record
    }
    dropWhatLacks()
  }

  private func isAboutCases(_ kind: RecordKind) -> Bool {
    RecordDescription.of(kind).concernsCase || kind == .person
  }

  private mutating func dropWhatLacks() {
    while true {
      let lacking = records.filter { address, record in
        RecordDescription.of(address.kind).stored.contains { field in
          guard case .reference = field.shape else { return false }
          guard let link = record.values[field.name]?.link else { return field.isRequired }
          return records[link.address] == nil
        }
      }
      if lacking.isEmpty { return }
      for (address, record) in lacking {
        var left = record
        for field in RecordDescription.of(address.kind).stored where !field.isRequired {
          if let link = left.values[field.name]?.link, records[link.address] == nil {
            left.values[field.name] = .absent
          }
        }
        let isWhole = RecordDescription.of(address.kind).stored.allSatisfy { field in
          guard case .reference = field.shape else { return true }
          guard let link = left.values[field.name]?.link else { return !field.isRequired }
          return records[link.address] != nil
        }
        records[address] = isWhole ? left : nil
      }
    }
  }

  /// Adds a record that others refer to, without what nobody needs of it on the way.
  private mutating func add(_ record: StoredRecord) {
    var record = record
    let description = RecordDescription.of(record.address.kind)
    switch record.address.kind {
    case .staff:
      let isCarrier = record.address.id == carrier
      record.values[\Staff.account] = isCarrier ? .text(account) : .absent
    case .volunteer:
      for field in description.stored where !field.isRequired {
        guard [.text, .longText].contains(field.shape),
          !description.titleFields.contains(field.name)
        else { continue }
        record.values[field.name] = .absent
      }
    default: break
    }
    records[record.address] = record
  }

  /// The records, each after those it refers to, where that can be.
  var inOrder: [StoredRecord] { StoredRecord.inOrder(records) }
}

extension StoredRecord {
  /// Each after those among them that it refers to; two that refer to each other in the order of their rows.
  static func inOrder(_ records: [RecordAddress: StoredRecord]) -> [StoredRecord] {
    var ordered: [StoredRecord] = []
    var seen: Set<RecordAddress> = []
    let kinds = Dictionary(
      uniqueKeysWithValues: RecordKind.allCases.enumerated().map { ($1, $0) })
    func place(_ kind: RecordKind) -> Int { kinds[kind] ?? 0 }
    let all = records.keys.sorted {
      ($0.kind == $1.kind) ? $0.id < $1.id : place($0.kind) < place($1.kind)
    }
    // By a list of what is still to do, and not by calls within calls: a chain may be long.
    for first in all {
      var stack = [first]
      var entered: Set<RecordAddress> = []
      while let address = stack.last {
        guard !seen.contains(address), let record = records[address] else {
          stack.removeLast()
          continue
        }
        let missing = record.values.values.compactMap { $0.link?.address }
          .filter { !seen.contains($0) && records[$0] != nil && !entered.contains($0) }
        if entered.insert(address).inserted, !missing.isEmpty {
          stack += missing.filter { $0 != address }
          continue
        }
        seen.insert(address)
        ordered.append(record)
        stack.removeLast()
      }
    }
    return ordered
  }
}
