package import Casework
import Foundation
import GRDB

/// Copies of one's own cases that are taken along.
extension CaseStore {
  /// Writes a copy of the viewer's open cases to `path`, and writes it down.
  ///
  /// - Parameter account: the unix account that opens it.
  /// - Throws: `laptop` where the viewer has no open case, or the store is itself a copy; `storeExists`.
  package func takeLaptop(
    to path: String, until: CivilDate, account: String
  ) throws(Refusal) -> LaptopCopy {
    try require(.staff)
    try requireHome()
    var id = RecordID(0)
    if case .coordinator(let staff) = viewer { id = staff }
    let name = Data.random128.hexadecimal
    for place in [path, StoreFile(path).keyPath] where FileIdentity(place) != nil {
      throw .storeExists(path: place)
    }
    // It has its name once the store knows of it: one that nobody knows could not come home.
    let writer = CopyWriter(
      path: path + ".new", id: name, until: until, carrier: viewer.address, moment: clock())
    defer { writer.discard() }
    let copy: LaptopCopy = try write { step in
      let set = try CarriedSet(of: id, account: account, in: step.db)
      if set.cases.isEmpty { throw Refusal.laptop(.noCases) }
      let seal = try writer.write(set, from: step.db)
      let told: [LaptopCopy.Detail: String] = [
        .id: name, .until: until.description, .cases: String(set.cases.count),
        .records: RecordSpans.text(set.cases.sorted()), .seal: seal.text,
      ]
      try step.note(.laptopTaken, of: viewer.address, after: told.told)
      return LaptopCopy(
        name, of: viewerLink, taken: step.at, until: until, cases: set.cases.count, seal: seal)
    }
    try writer.name(path)
    return copy
  }

  /// The copies that were taken from this store, latest first.
  package func laptops() throws(Refusal) -> [LaptopCopy] {
    try read { db in
      var copies = try db.laptops()
      let links = try db.links(copies.map(\.carrier.address))
      copies = copies.map { copy in
        var named = LaptopCopy(
          copy.id, of: links[copy.carrier.address] ?? copy.carrier, taken: copy.taken,
          until: copy.until, cases: copy.cases, seal: copy.seal)
        (named.returned, named.lost) = (copy.returned, copy.lost)
        return named
      }
      return copies.reversed()
    }
  }

  /// Writes down that a copy will not come back.
  ///
  /// - Parameter id: its first letters.
  /// - Throws: `notFound` where none or several begin so.
  package func loseLaptop(_ id: String) throws(Refusal) -> LaptopCopy {
    try requireHome()
    return try write { step in
      let found = try step.db.laptops().filter { !id.isEmpty && $0.id.hasPrefix(id) }
      guard let copy = found.first, found.count == 1 else { throw Refusal.notFound }
      let told: [LaptopCopy.Detail: String] = [.id: copy.id, .until: copy.until.description]
      try step.note(.laptopLost, of: copy.carrier.address, after: told.told)
      return copy
    }
  }

  /// The last day on which it can be opened, where this is itself a copy.
  package var laptopUntil: CivilDate? { terms?.until }

  /// - Throws: where this is itself a copy.
  func requireHome() throws(Refusal) {
    if terms != nil { throw .laptop(.onlyAtHome) }
  }
}

extension Database {
  /// The copies that were taken from this store, earliest first, called by their carriers' addresses.
  func laptops() throws -> [LaptopCopy] {
    let commands = [JournalCommand.laptopTaken, .laptopReturned, .laptopLost].map(\.rawValue)
    // Most journals have none of these words, and are not gone through.
    let words = try Row.fetchAll(
      self, sql: "SELECT id FROM journalWord WHERE word IN (?, ?, ?)",
      arguments: StatementArguments(commands)
    ).compactMap { $0.number(at: 0) }
    if words.isEmpty { return [] }
    let list = words.map(String.init).joined(separator: ", ")
    let found = try entries(
      """
      j.sequence IN (SELECT sequence FROM journalRow WHERE command IN (\(list)))
        AND j.version IS NULL ORDER BY j.sequence
      """, [])
    var copies: [String: LaptopCopy] = [:]
    var order: [String] = []
    for entry in found {
      guard let id = entry.told(.id) else { continue }
      switch entry.ownCommand {
      case .laptopTaken:
        guard let carrier = entry.record,
          let until = entry.told(.until).flatMap(CivilDate.init(iso:)),
          let seal = entry.told(.seal).flatMap({ JournalSeal($0) })
        else { continue }
        copies[id] = LaptopCopy(
          id, of: carrier, taken: entry.at, until: until,
          cases: entry.told(.cases).flatMap { Int($0) } ?? 0, seal: seal)
        order.append(id)
      case .laptopReturned:
        // What was taken back did not come.
        guard let seal = entry.told(.seal).flatMap({ JournalSeal($0) }),
          try row("SELECT 1 FROM journalRow WHERE undoes = ? LIMIT 1", entry.step.databaseValue)
            == nil
        else { continue }
        copies[id]?.returned = entry.at
        copies[id]?.seal = seal
      case .laptopLost: copies[id]?.lost = entry.at
      default: break
      }
    }
    return order.compactMap { copies[$0] }
  }
}
