import Casework
import CustomDump
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// Two stores of one organisation brought together.
@Suite struct `Two stores` {
  private let desk: Desk
  private let amina: RecordID

  init() throws {
    desk = try Desk(isNew: true)
    amina = try desk.addCase(
      "AMINA", ["owner": .to(.staff, RecordID(1)), "phone": .text("090-1111-2222")])
  }

  /// The store as it is now, as another that goes on by itself.
  private func split() throws -> String {
    let copy = desk.folder.appending(path: "split.copy").path
    let folder = desk.folder.appending(path: "other")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let place = folder.appending(path: "tomoni.db").path
    try StoreCare.copy(desk.path, to: copy)
    _ = try StoreCare.adopt(copy, called: "it", as: place, clock: { Desk.start })
    return place
  }

  private func open(_ path: String) throws -> CaseStore {
    try CaseStore.open(path, as: .coordinator(RecordID(1))) { [desk] in desk.now }
  }

  private func unite(
    _ path: String, keep: [String] = [], take: [String] = [], isTrial: Bool = false,
    mayBeOther: Bool = false
  ) throws -> CarryReport {
    try desk.store.unite(
      with: path, decisions: CarryDecisions(here: keep, there: take), isTrial: isTrial,
      mayBeOther: mayBeOther)
  }

  @Test func `that were one bring what each did since, by whom it was`() throws {
    let colleague = try desk.add(.staff, ["name": .text("佐々木 葵")])
    let path = try split()
    let other = try CaseStore.open(path, as: .coordinator(colleague)) { [desk] in desk.now }
    try other.change(.case, amina, ["city": .text("川崎市")])
    let new = try other.save(
      Change(
        .case, values: ["nameRoman": .text("THERE"), "opened": .date(Desk.today)], command: "x"))
    let own = try desk.addCase("HERE")
    #expect(try desk.card(.case, own).number == new.link.number)
    let report = try unite(path)
    #expect(report.isWritten && report.added == [.case: 1, .person: 1] && report.shared > 2)
    #expect(report.renamed.contains { $0.from == new.link.number && $0.to.number == "2026-0003" })
    #expect(try desk.card(.case, amina)["city"] == .text("川崎市"))
    let entry = try #require(
      try desk.store.journal(JournalFilter(), limit: 9).first { $0.record?.address.kind == .case })
    #expect(entry.who?.address == RecordAddress(.staff, colleague))
    // Once more, nothing; and both journals hold.
    #expect(try unite(path).isKnown)
    #expect(try desk.store.verifyJournal().isWhole)
    #expect(try open(path).verifyJournal().isWhole)
    #expect(try Trip.stale(desk.path) == [])
  }

  @Test func `show where both changed a field, and wait for who decides`() throws {
    let path = try split()
    try open(path).change(.case, amina, ["phone": .text("there"), "city": .text("x")])
    try desk.change(.case, amina, ["phone": .text("here")])
    let report = try unite(path)
    #expect(!report.isWritten && report.conflicts.map(\.values.field) == ["phone"])
    #expect(try desk.card(.case, amina)["city"] == .absent)
    #expect(try unite(path, keep: ["all"]).isWritten)
    #expect(try desk.card(.case, amina)["phone"] == .text("here"))
    #expect(try desk.card(.case, amina)["city"] == .text("x"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `of which one is nobody's here come only where that is meant`() throws {
    let other = try Desk(isNew: true)
    let colleague = try other.add(
      .staff, ["name": .text("向こうの人"), "account": .text("mukou"), "isSupervisor": .flag(true)])
    let id = try other.addCase("STRANGER", ["owner": .to(.staff, colleague)])
    try other.add(
      .note, ["case": .to(.case, id), "on": .date(Desk.today), "body": .text("words")])
    let trial = try unite(other.path, isTrial: true)
    #expect(trial.shared == 0 && trial.added[.case] == 1 && !trial.isWritten)
    #expect(try !unite(other.path).isWritten)
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(1))
    let report = try unite(other.path, mayBeOther: true)
    #expect(report.isWritten && report.added[.note] == 1)
    #expect(try desk.store.page(ListQuery(.note), .first, count: 9).texts("body") == ["words"])
    #expect(try unite(other.path).isKnown)
    // Who is named there is named here, and has no way in.
    let staff = try desk.store.page(ListQuery(.staff), .first, count: 9).cards
    let named = try #require(staff.first { $0["name"] == .text("向こうの人") })
    #expect(named["account"] == .absent && named["isSupervisor"] == .flag(false))
    #expect(named["isActive"] == .flag(false))
    #expect(try desk.store.verifyJournal().isWhole)
    // All of it goes again by one undo.
    _ = try desk.store.undo()
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(1))
  }

  @Test func `are not a copy that was taken along, a damaged one, or this one`() throws {
    let trip = Trip(from: desk)
    try trip.take()
    #expect(refusal { try unite(trip.path) } == .laptop(.onlyAtHome))
    #expect(refusal { try unite(desk.path) } == .laptop(.itself))
    let path = try split()
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      db.add(function: StoreFile.heard)
      db.add(function: StoreFile.folded)
      try db.execute(sql: "UPDATE person SET phone = 'forged'")
    }
    try queue.close()
    #expect(refusal { try unite(path) } == .laptop(.broken))
    let plain = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("z")])))
    #expect(
      refusal {
        try plain.unite(
          with: path, decisions: CarryDecisions(), isTrial: true, mayBeOther: false)
      } == .notPermitted)
  }
}
