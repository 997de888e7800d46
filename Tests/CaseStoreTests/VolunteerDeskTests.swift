import Casework
import CustomDump
import Foundation
import Testing

@testable import CaseStore

/// What the store does for volunteers alone: what is sealed, what is new, whom they call, what they
/// typed.
@Suite struct `For a volunteer` {
  private let desk: Desk
  private let volunteer: RecordID
  private let mine: RecordID
  private let other: RecordID
  private let session: CaseStore

  init() throws {
    desk = try Desk()
    volunteer = try desk.addVolunteer("内山")
    mine = try desk.addCase(
      "SECRET NAME", ["alias": .text("サクラ"), "phone": .text("090-1234-5678")])
    other = try desk.addCase("OTHER NAME", ["phone": .text("080-9999-0000")])
    try desk.assign(volunteer, to: mine)
    session = try desk.open(as: .volunteer(volunteer))
  }

  private func grant(_ grants: [Grant]) throws {
    let value = grants.isEmpty ? FieldValue.absent : .codes(grants.map(\.rawValue))
    try desk.change(.assignment, RecordID(1), ["grants": value])
  }

  // MARK: What is sealed

  private func reveal(_ field: String, of id: RecordID? = nil) throws(Refusal) -> FieldValue {
    try session.reveal(Sealed(RecordAddress(.case, id ?? mine), field), because: .visit)
  }

  private func revealed() throws -> [JournalEntry] {
    let who = RecordAddress(.volunteer, volunteer)
    return try desk.store.journal(JournalFilter(who: who), limit: 9).filter {
      $0.ownCommand == .reveal
    }
  }

  @Test func `what is sealed is opened with a reason, which is written down`() throws {
    try grant([.contact])
    #expect(try reveal("phone") == .text("090-1234-5678"))
    let entry = try #require(try revealed().first)
    #expect(entry.reason == "visit" && entry.record?.address == RecordAddress(.case, mine))
    #expect(entry.after == [JournalCommand.revealedField: .text("phone")])
    #expect(!String(customDumping: entry).contains("1234"))
    // The list and the page have it no more than before.
    let card = try session.detail(RecordAddress(.case, mine), limit: 9).card
    #expect(card.content("phone") == .sealed)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `what is not granted, not theirs or not sealed stays closed`() throws {
    #expect(refusal { try reveal("phone") } == .notPermitted)
    try grant([.contact])
    #expect(refusal { try reveal("address") } == .notPermitted)
    #expect(refusal { try reveal("nameRoman") } == .notPermitted)
    #expect(refusal { try reveal("phone", of: other) } == .notFound)
    desk.now = Instant(desk.now.rawValue + 86_400 * 100)
    #expect(refusal { try reveal("phone") } == .notFound)
    #expect(try revealed().isEmpty)
  }

  @Test func `nothing sealed is read where it cannot be written down`() throws {
    try grant([.contact])
    try desk.execute(
      """
      CREATE TRIGGER full BEFORE INSERT ON journalRow BEGIN SELECT raise(ABORT, 'full'); END
      """)
    guard case .storage? = refusal({ try reveal("phone") }) else {
      Issue.record("it was opened")
      return
    }
  }

  // MARK: What is new

  @Test func `what staff did about a case since the last look is new`() throws {
    #expect(try session.news().cases == [RecordAddress(.case, mine)])
    try session.keepLook(session.news().upTo)
    #expect(try session.news().cases == [])
    // What they did themselves, and what happened elsewhere, is none of it.
    _ = try session.save(
      Change(
        .comment, values: ["case": .to(.case, mine), "body": .text("はい")], command: "logComment"))
    _ = try desk.addFollowUp(other, "x", due: 1)
    let stranger = try desk.addVolunteer("別人")
    try desk.assign(stranger, to: mine)
    let comment: [String: FieldValue] = ["case": .to(.case, mine), "body": .text("x")]
    _ = try desk.add(
      .comment, comment.merging(["volunteer": .to(.volunteer, stranger)]) { $1 })
    #expect(try session.news().cases == [])
    _ = try desk.add(
      .comment, comment.merging(["volunteer": .to(.volunteer, volunteer)]) { $1 })
    #expect(try session.news().cases == [RecordAddress(.case, mine)])
    try session.keepLook(session.news().upTo)
    _ = try desk.addFollowUp(mine, "x", due: 1)
    #expect(try session.news().cases == [RecordAddress(.case, mine)])
    #expect(try desk.store.news() == VolunteerNews())
  }

  // MARK: Whom to call

  @Test func `the coordinator, or who stands in, is whom they call`() throws {
    func call() throws -> WhomToCall? {
      try session.detail(RecordAddress(.case, mine), limit: 1).call
    }
    #expect(try call() == WhomToCall())
    try desk.change(.case, mine, ["owner": .to(.staff, RecordID(1))])
    let owner = try desk.card(.staff, RecordID(1))["name"].asText
    #expect(try call()?.coordinator?.title == owner && call()?.coordinator?.number == "")
    #expect(try call()?.standIn == nil)
    let colleague = try desk.add(.staff, ["name": .text("佐藤"), "isActive": .flag(true)])
    _ = try desk.add(
      .cover,
      [
        "staff": .to(.staff, RecordID(1)), "coveredBy": .to(.staff, colleague),
        "from": .date(Desk.today), "to": .date(Desk.today),
      ])
    #expect(try call()?.standIn?.title == "佐藤")
    desk.now = Instant(desk.now.rawValue + 86_400)
    #expect(try call()?.standIn == nil)
    // Staff read it in the fields of the case.
    #expect(try desk.store.detail(RecordAddress(.case, mine), limit: 1).call == nil)
  }

  @Test func `the organisation's number is kept by staff alone`() throws {
    #expect(desk.store.organisation.phone == "")
    try desk.store.setPhone("03-1234-5678")
    #expect(try desk.open(as: .volunteer(volunteer)).organisation.phone == "03-1234-5678")
    #expect(refusal { try session.setPhone("x") } == .notPermitted)
  }

  // MARK: What they typed

  private func draft(_ text: String, about record: RecordID? = nil) -> FormDraft {
    FormDraft(
      command: "logContact", subject: "連絡",
      parts: [
        FormDraft.Part(
          .contact, id: nil, version: nil, fixed: ["case": .to(.case, record ?? mine)],
          fields: ["on", "summary"])
      ], also: [], asksReason: false, contents: ["0.summary": .text(text)], focus: "0.summary",
      insertionPoint: 0)
  }

  @Test func `what they typed about their cases comes back, and of no others`() throws {
    try session.keep(draft("電話した"))
    #expect(try desk.open(as: .volunteer(volunteer)).drafts().count == 1)
    #expect(refusal { try session.keep(draft("x", about: other)) } == .notFound)
    #expect(try desk.store.drafts() == [])
    try session.forgetDraft(draft("").key)
    #expect(try session.drafts() == [])
  }

  @Test func `what another volunteer typed stays, whoever comes in`() throws {
    let second = try desk.addVolunteer("別人")
    let theirs = try desk.open(as: .volunteer(second))
    try desk.assign(second, to: other)
    try theirs.keep(draft("theirs", about: other))
    try session.keep(draft("mine"))
    #expect(try session.drafts().count == 1)
    #expect(try desk.open(as: .volunteer(volunteer)).drafts().count == 1)
    _ = try desk.store.drafts()
    #expect(try theirs.drafts().count == 1)
  }

  /// How somebody loses a case.
  enum End: CaseIterable {
    case unassigned, deactivated, pledgeEnded, dayOver, caseClosed
  }

  @Test(arguments: End.allCases)
  func `what they typed is wiped with the assignment`(end: End) throws {
    let secret = "CANARY-\(end)"
    try session.keep(draft(secret))
    let path = desk.folder.appending(path: "drafts.db").path
    func isKept() -> Bool {
      ["", "-wal"].contains { ending in
        FileManager.default.contents(atPath: path + ending).map {
          $0.range(of: Data(secret.utf8)) != nil
        } ?? false
      }
    }
    #expect(isKept())
    switch end {
    case .unassigned:
      try desk.change(.assignment, RecordID(1), ["until": .date(Desk.today.adding(days: -1))])
    case .deactivated: try desk.change(.volunteer, volunteer, ["status": .code("ended")])
    case .pledgeEnded: try desk.change(.volunteer, volunteer, ["pledgedOn": .absent])
    case .dayOver:
      desk.now = Instant(desk.now.rawValue + 86_400 * 100)
      // Whoever of the staff comes in next.
      _ = try desk.store.drafts()
    case .caseClosed:
      try desk.execute("UPDATE assignment SET until = '2000-01-02', start = '2000-01-01'")
      _ = try desk.store.drafts()
    }
    #expect(!isKept())
  }
}
