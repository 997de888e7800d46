@testable import CaseStore
import Casework
import CustomDump
import Foundation
import GRDB
import TestSupport
import Testing

/// A copy of one's own cases that is taken along, and what of it comes home.
@Suite struct `A laptop copy` {
  private let desk: Desk
  private let trip: Trip
  private let amina: RecordID
  private let other: RecordID
  private let colleague: RecordID

  init() throws {
    desk = try Desk()
    colleague = try desk.add(.staff, ["name": .text("佐々木 葵"), "account": .text("sasaki")])
    amina = try desk.addCase(
      "AMINA OWN", ["owner": .to(.staff, RecordID(1)), "phone": .text("090-1111-2222")])
    other = try desk.addCase(
      "CANARY OTHER", ["owner": .to(.staff, colleague), "phone": .text("090-CANARY")])
    trip = Trip(from: desk)
  }

  @Test func `holds one's own open cases and what is about them, and nothing of others`() throws {
    let host = try desk.addHost("佐藤家")
    try desk.consent(amina, .hostFamilies)
    try desk.add(
      .homestay,
      [
        "case": .to(.case, amina), "host": .to(.host, host), "start": .date(Desk.today),
      ])
    for (id, words) in [(amina, "own words"), (other, "CANARY words")] {
      try desk.add(
        .note, ["case": .to(.case, id), "on": .date(Desk.today), "body": .text(words)])
    }
    let closed = try desk.addCase("CANARY CLOSED", ["owner": .to(.staff, RecordID(1))])
    try desk.change(
      .case, closed, ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    try desk.add(
      .distinctPair,
      [
        "case": .to(.case, amina), "other": .to(.case, other), "on": .date(Desk.today),
      ])
    try trip.take()
    #expect(trip.copy?.cases == 1)
    let copy = try trip.open()
    #expect(try copy.page(ListQuery(.case), .first, count: 9).cards.map(\.number) == ["2026-0001"])
    #expect(try copy.page(ListQuery(.note), .first, count: 9).texts("body") == ["own words"])
    #expect(try copy.page(ListQuery(.homestay), .first, count: 9).cards.count == 1)
    #expect(try copy.page(ListQuery(.distinctPair), .first, count: 9).cards.isEmpty)
    #expect(try copy.verifyJournal().isWhole)
    // Not in a corner of the file either, nor the way in of anybody else.
    let bytes = try trip.kept().values.reduce(Data(), +)
    #expect(bytes.range(of: Data("CANARY".utf8)) == nil)
    #expect(bytes.range(of: Data("own words".utf8)) != nil)
    #expect(bytes.range(of: Data("sasaki".utf8)) == nil)
    // The same records, by number and identity, and the days on which they reached their stages.
    let uids = "SELECT hex(uid) FROM \"case\" WHERE id = ?"
    let both = try [desk.raw, trip.raw].map { raw in
      try raw { db in
        try (
          String.fetchOne(db, sql: uids, arguments: [amina.rawValue]),
          String.fetchAll(
            db, sql: "SELECT date FROM deadline WHERE \"case\" = ? ORDER BY rule, date",
            arguments: [amina.rawValue])
        )
      }
    }
    #expect(both[0].0 == both[1].0 && both[0].1 == both[1].1, "\(both)")
    // What follows from the records follows in the copy too.
    #expect(try Trip.stale(trip.path) == [])
    #expect(try desk.store.laptops().first?.isOut == true)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `brings home what was done in it, as one step that is undone as one`() throws {
    try trip.take()
    let copy = try trip.open()
    desk.now = Instant(desk.now.rawValue + 86_400)
    try copy.change(.case, amina, ["phone": .text("090-9999-0000"), "risk": .code("high")])
    try copy.add(
      .contact,
      [
        "case": .to(.case, amina), "on": .date(Desk.today), "medium": .code("phone"),
        "summary": .text("話した"),
      ])
    let new = try copy.save(
      Change(
        .case, values: ["nameRoman": .text("NEW PERSON"), "opened": .date(Desk.today)],
        command: "addCase"))
    // Home gave the same number to somebody else meanwhile.
    let taken = try desk.addCase("TAKEN MEANWHILE")
    #expect(try desk.card(.case, taken).number == new.link.number)
    desk.now = Instant(desk.now.rawValue + 86_400)
    let before = try records()

    let trial = try trip.bring(isTrial: true)
    #expect(!trial.isWritten && trial.added[.case] == 1)
    expectNoDifference(try records(), before)

    let report = try trip.bring()
    #expect(report.isWritten && report.added == [.case: 1, .person: 1, .contact: 1])
    #expect(report.changed == [.case: 1, .person: 1])
    let renamed = try #require(report.renamed.first { $0.to.address.kind == .case })
    #expect(renamed.from == new.link.number && renamed.to.number != new.link.number)
    #expect(try desk.card(.case, amina)["phone"] == .text("090-9999-0000"))
    #expect(try desk.card(.case, renamed.to.address.id)["nameRoman"] == .text("NEW PERSON"))
    #expect(try desk.store.verifyJournal().isWhole)
    #expect(try Trip.stale(desk.path) == [])
    #expect(try desk.store.laptops().first?.returned == desk.now)
    let after = try records()

    // It is closed, and brings nothing twice.
    #expect(refusal { try trip.open() } == .laptop(.home))
    #expect(refusal { try copy.page(ListQuery(.case), .first, count: 1) } == .laptop(.home))
    let again = try trip.bring()
    #expect(again.isKnown && again.isEmpty)
    expectNoDifference(try records(), after)

    // One undo takes all of it back; then it may come again.
    _ = try desk.store.undo()
    expectNoDifference(try records(), before)
    #expect(try desk.store.laptops().first?.isOut == true)
    #expect(try trip.bring().added == report.added)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `never writes over what changed here too, until somebody says which counts`() throws {
    try trip.take()
    let copy = try trip.open()
    try copy.change(
      .case, amina,
      [
        "phone": .text("080-there"), "city": .text("there"), "risk": .code("high"),
        "email": .text("a@b.example"),
      ])
    try desk.change(
      .case, amina, ["phone": .text("070-here"), "city": .text("here"), "risk": .code("high")])
    let before = try records()
    let report = try trip.bring()
    #expect(!report.isWritten)
    #expect(report.conflicts.map(\.key).sorted() == ["P-0001.city", "P-0001.phone"].sorted())
    let phone = try #require(report.conflicts.first { $0.values.field == "phone" })
    #expect(phone.values.yours == .text("080-there") && phone.values.theirs == .text("070-here"))
    expectNoDifference(try records(), before)
    // One is not enough.
    #expect(try !trip.bring(keep: ["P-0001.city"]).isWritten)
    expectNoDifference(try records(), before)
    let decided = try trip.bring(keep: ["P-0001.city"], take: ["P-0001.phone"])
    #expect(decided.isWritten && decided.decided == [.here: 1, .there: 1])
    let card = try desk.card(.case, amina)
    #expect(card["phone"] == .text("080-there") && card["city"] == .text("here"))
    #expect(card["email"] == .text("a@b.example"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `follows a field through all its changes`() throws {
    try trip.take()
    let copy = try trip.open()
    for phone in ["1", "2", "3"] { try copy.change(.case, amina, ["phone": .text(phone)]) }
    _ = try copy.undo()
    try desk.change(.case, amina, ["phone": .text("home")])
    let report = try trip.bring()
    #expect(report.conflicts.map(\.values.yours) == [.text("2")])
    #expect(try trip.bring(take: ["all"]).isWritten)
    #expect(try desk.card(.case, amina)["phone"] == .text("2"))
  }

  @Test func `moves a case through its statuses by the rules, with their consequences here`() throws
  {
    try desk.support(amina)
    try trip.take()
    let copy = try trip.open()
    try copy.change(.case, amina, ["status": .code("intake")])
    desk.now = Instant(desk.now.rawValue + 3600)
    try copy.change(.case, amina, ["status": .code("assessment")])
    let report = try trip.bring()
    #expect(report.isWritten, "\(report)")
    #expect(try desk.card(.case, amina)["status"] == .code("assessment"))
    let moves = try desk.raw { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT status FROM statusMove WHERE recordKind = 'case' AND record = ? ORDER BY sequence",
        arguments: [amina.rawValue])
    }
    #expect(moves.suffix(2) == ["intake", "assessment"])
  }

  @Test func `is opened by nobody after its last day, and comes home then by a supervisor's word`()
    throws
  {
    try trip.take()
    let copy = try trip.open()
    try copy.change(.case, amina, ["phone": .text("1")])
    let until = Desk.today.adding(days: Trip.days)
    desk.now = Instant(desk.now.rawValue + Int64(Trip.days) * 86_400)
    _ = try trip.open()
    desk.now = Instant(desk.now.rawValue + 86_400)
    #expect(refusal { try trip.open() } == .laptop(.expired(until)))
    // Also who has it open.
    #expect(
      refusal { try copy.change(.case, amina, ["phone": .text("2")]) } == .laptop(.expired(until)))
    #expect(
      refusal { try copy.page(ListQuery(.case), .first, count: 1) } == .laptop(.expired(until)))
    #expect(try desk.store.laptops().first?.isOverdue(on: desk.now.dateInJapan) == true)
    #expect(refusal { try trip.bring() } == .laptop(.expired(until)))
    #expect(try trip.bring(isLate: true).isWritten)
    #expect(try desk.card(.case, amina)["phone"] == .text("1"))
  }

  /// Who wrote in it on its last day, with a clock that was right.
  @Test func `lasts no longer by a clock that is set back`() throws {
    try trip.take()
    let copy = try trip.open()
    let start = desk.now
    desk.now = Instant(start.rawValue + Int64(Trip.days) * 86_400)
    try copy.change(.case, amina, ["phone": .text("1")])
    desk.now = start
    try copy.change(.case, amina, ["phone": .text("2")])
    #expect(try trip.open().card(.case, amina)["phone"] == .text("2"))
    #expect(try trip.bring().isWritten)
    // One whose last entry is later than its last day is opened on none.
    let second = Trip(from: desk, called: "second.db")
    try second.take()
    try second.raw { db in
      try db.execute(
        sql: """
          DROP TRIGGER IF EXISTS journalStays;
          UPDATE journalRow SET at = at + 86400 * 30
          WHERE sequence = (SELECT max(sequence) FROM journalRow)
          """)
    }
    #expect(
      refusal { try second.open() }
        == .laptop(.expired(start.dateInJapan.adding(days: Trip.days))))
  }

  @Test func `that was changed past the program is refused, and one of another state`() throws {
    try trip.take()
    let first = try trip.kept()
    try trip.open().change(.case, amina, ["phone": .text("1")])
    let edited = try trip.kept()
    try trip.raw { try $0.execute(sql: "UPDATE person SET phone = 'forged'") }
    let before = try records()
    #expect(refusal { try trip.bring() } == .laptop(.broken))
    expectNoDifference(try records(), before)
    // A day further off breaks the chain.
    try trip.putBack(edited)
    try trip.raw { db in
      try db.execute(
        sql: """
          DROP TRIGGER journalContentStays;
          UPDATE journalContent SET after = replace(after, '2026-10', '2036-10') WHERE sequence = 1
          """)
    }
    #expect(refusal { try trip.bring() } == .laptop(.broken))
    try trip.putBack(edited)
    #expect(try trip.bring().isWritten)
    // As it was before that.
    try trip.putBack(first)
    #expect(refusal { try trip.bring() } == .laptop(.older))
    // Of another organisation, and none at all.
    let stranger = try Desk(isNew: true)
    #expect(
      refusal {
        try stranger.store.returnLaptop(
          trip.path, decisions: CarryDecisions(), isTrial: false, isLate: false)
      } == .laptop(.foreign))
    #expect(
      refusal {
        try desk.store.returnLaptop(
          stranger.path, decisions: CarryDecisions(), isTrial: false, isLate: false)
      } == .laptop(.noCopy))
    #expect(
      refusal {
        try desk.store.returnLaptop(
          desk.path, decisions: CarryDecisions(), isTrial: false, isLate: false)
      } == .laptop(.itself))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  /// As where the machine fails after the store here has it, and before the copy is told.
  @Test func `that was not told of its return brings what came later, and that once`() throws {
    try trip.take()
    try trip.open().change(.case, amina, ["phone": .text("1")])
    let open = try trip.kept()
    #expect(try trip.bring().isWritten)
    try trip.putBack(open)
    #expect(try trip.bring().isKnown)
    try trip.putBack(open)
    let copy = try trip.open()
    try copy.change(.case, amina, ["phone": .text("2")])
    try copy.add(
      .note, ["case": .to(.case, amina), "on": .date(Desk.today), "body": .text("later")])
    try desk.change(.case, amina, ["city": .text("x")])
    let report = try trip.bring()
    #expect(report.isWritten && report.added == [.note: 1])
    #expect(try desk.card(.case, amina)["phone"] == .text("2"))
  }

  @Test func `leaves somebody erased who was erased meanwhile`() throws {
    try trip.take()
    let copy = try trip.open()
    try copy.change(.case, amina, ["phone": .text("090-GEHEIM")])
    try copy.add(
      .note, ["case": .to(.case, amina), "on": .date(Desk.today), "body": .text("GEHEIM")])
    try desk.change(
      .case, amina, ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    _ = try desk.store.erase(personOf: amina, reason: "x", isTrial: false)
    let report = try trip.bring()
    #expect(report.erased == 2 && report.isEmpty, "\(report)")
    let text = try desk.raw { db in
      try String.fetchAll(db, sql: "SELECT ifnull(after, '') FROM journalContent").joined()
        + String.fetchAll(db, sql: "SELECT body FROM note").joined()
    }
    #expect(!text.contains("GEHEIM"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `tells what a rule stands against, and leaves a record that went`() throws {
    let note = try desk.add(
      .note, ["case": .to(.case, amina), "on": .date(Desk.today), "body": .text("x")])
    try trip.take()
    let copy = try trip.open()
    try copy.change(.note, note, ["body": .text("y")])
    // Gone here: its addition was taken back.
    _ = try desk.store.undo()
    let report = try trip.bring()
    #expect(report.conflicts.map(\.values.field) == [""], "\(report)")
    #expect(try trip.bring(keep: ["all"]).isWritten)
  }

  @Test func `does not do in it what is done at home alone`() throws {
    try trip.take()
    let copy = try trip.open()
    let there = desk.folder.appending(path: "third.db").path
    #expect(
      refusal { try copy.takeLaptop(to: there, until: Desk.today, account: "x") }
        == .laptop(.onlyAtHome))
    #expect(
      refusal { try copy.erase(personOf: amina, reason: "", isTrial: false) }
        == .laptop(.onlyAtHome))
    #expect(refusal { try copy.undo() } == .nothingToUndo)
    let entries = try copy.journal(JournalFilter(), limit: 9)
    let step = try #require(entries.last?.step)
    #expect(refusal { try copy.undo(step: step) } == .cannotUndo(.changedNothing))
    // Nobody else's account is in it, and who has no case has nothing to take.
    let new = try desk.add(.staff, ["name": .text("新人"), "account": .text("new")])
    let newcomer = try desk.open(as: .coordinator(new))
    #expect(
      refusal { try newcomer.takeLaptop(to: there, until: Desk.today, account: "x") }
        == .laptop(.noCases))
    #expect(!FileManager.default.fileExists(atPath: there))
    #expect(
      refusal {
        try newcomer.returnLaptop(
          trip.path, decisions: CarryDecisions(), isTrial: false, isLate: false)
      } == .notPermitted)
    #expect(refusal { try trip.take() } == .storeExists(path: trip.path))
  }

  @Test func `that is lost is written down`() throws {
    try trip.take()
    let id = try #require(trip.copy?.shortID)
    #expect(refusal { try desk.store.loseLaptop("") } == .notFound)
    #expect(try desk.store.loseLaptop(id).cases == 1)
    let copy = try #require(try desk.store.laptops().first)
    #expect(copy.lost == desk.now && !copy.isOut)
    // What is found again may come.
    try trip.open().change(.case, amina, ["phone": .text("1")])
    #expect(try trip.bring().isWritten)
  }

  /// All records but what the store keeps itself, by their fields.
  private func records() throws -> [String] {
    try desk.raw { db in
      try RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore }.flatMap { kind in
        let columns = ["hex(uid)"] + RecordDescription.of(kind).stored.map { "\"\($0.name)\"" }
        return try Row.fetchAll(
          db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \"\(kind.rawValue)\" ORDER BY 1"
        ).map { row in
          "\(kind.rawValue) " + row.databaseValues.map(\.description).joined(separator: "|")
        }
      }
    }
  }
}
