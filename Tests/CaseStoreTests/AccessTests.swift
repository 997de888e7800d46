import Casework
import CustomDump
import Testing

@testable import CaseStore

/// What a volunteer may write, once a kind lets them; no kind does today.
@Suite struct `Access to writing` {
  private let desk: Desk
  private let volunteer: RecordID
  private let mine: RecordID
  private let other: RecordID
  private let session: CaseStore

  init() throws {
    desk = try Desk()
    volunteer = try desk.addVolunteer("内山")
    mine = try desk.addCase("SECRET NAME", ["alias": .text("サクラ")])
    other = try desk.addCase("OTHER NAME")
    try desk.assign(volunteer, to: mine)
    session = try desk.open(as: .volunteer(volunteer))
  }

  private func letContactsBeWritten() {
    session.access[.contact] = Access(
      reads: .ownOnAssignedCase, adds: true,
      writes: ["case", "on", "medium", "contactMade", "volunteer", "summary"])
  }

  private func contact(
    about record: RecordID, by person: RecordID? = nil, _ more: [String: FieldValue] = [:]
  ) -> Change {
    Change(
      .contact,
      values: [
        "case": .to(.case, record), "on": .date(Desk.today), "medium": .code("phone"),
        "volunteer": .to(.volunteer, person ?? volunteer), "summary": .text("元気"),
      ].merging(more) { $1 }, command: "logContact")
  }

  @Test func `is given by no kind today`() throws {
    for kind in RecordKind.allCases {
      let access = RecordDescription.of(kind).access
      #expect(access.writes.isEmpty && !access.adds)
    }
    #expect(refusal { try session.save(contact(about: mine)) } == .notPermitted)
  }

  @Test func `covers only fields that the person may see`() {
    for kind in RecordKind.allCases {
      let description = RecordDescription.of(kind)
      for field in description.access.writes {
        #expect(description[field]?.audience == .assigned, "\(kind) \(field)")
      }
    }
  }

  @Test func `lets somebody add and change what is theirs`() throws {
    letContactsBeWritten()
    let saved = try session.save(contact(about: mine))
    #expect(saved.entries.map { $0.after["summary"] } == [.text("元気")])
    let again = try session.save(
      Change(
        .contact, id: saved.link.address.id, version: saved.version,
        values: ["summary": .text("元気、買い物")], command: "edit"))
    #expect(again.entries.map { $0.before } == [["summary": .text("元気")]])
    #expect(
      try desk.card(.contact, saved.link.address.id)["summary"] == .text("元気、買い物"))
    #expect(try desk.store.verifyJournal().isWhole)
    let told = [saved, again].map { String(customDumping: $0) }.joined()
    #expect(!told.contains("SECRET") && !told.contains("内山") && !told.contains("CT-0001"))
    // Staff are told the number, so that it would be found above.
    let control = try desk.store.save(contact(about: mine))
    #expect(String(customDumping: control).contains("CT-0002"))
  }

  @Test func `ends at other cases, other people and other fields`() throws {
    letContactsBeWritten()
    let stranger = try desk.addVolunteer("別人")
    #expect(refusal { try session.save(contact(about: other)) } == .notFound)
    #expect(refusal { try session.save(contact(about: mine, by: stranger)) } == .notPermitted)
    let staff = ["staff": FieldValue.to(.staff, RecordID(1))]
    #expect(refusal { try session.save(contact(about: mine, staff)) } == .notPermitted)
    let theirs = try desk.store.save(contact(about: mine, by: stranger)).link.address.id
    for id in [theirs, RecordID(999)] {
      let change = Change(
        .contact, id: id, version: 1, values: ["summary": .text("x")], command: "edit")
      #expect(refusal { try session.save(change) } == .notFound)
    }
    let name = Change(
      .case, id: mine, version: 1, values: ["nameRoman": .text("x")], command: "edit")
    #expect(refusal { try session.save(name) } == .notPermitted)
    #expect(refusal { try session.preview([contact(about: mine)]) } == .notPermitted)
    #expect(refusal { try session.undo() } == .notPermitted)
  }

  @Test func `ends with the assignment`() throws {
    letContactsBeWritten()
    let saved = try session.save(contact(about: mine))
    desk.now = Instant(desk.now.rawValue + 86_400 * 100)
    #expect(refusal { try session.save(contact(about: mine)) } == .notFound)
    let change = Change(
      .contact, id: saved.link.address.id, version: saved.version,
      values: ["summary": .text("x")], command: "edit")
    #expect(refusal { try session.save(change) } == .notFound)
  }

  @Test func `tells of a conflict only what was written`() throws {
    letContactsBeWritten()
    let saved = try session.save(contact(about: mine))
    let id = saved.link.address.id
    try desk.change(
      .contact, id, ["summary": .text("不在"), "staff": .to(.staff, RecordID(1))])
    let change = Change(
      .contact, id: id, version: saved.version, values: ["summary": .text("x")], command: "edit")
    #expect(
      refusal { try session.save(change) }
        == .conflict(
          [FieldConflict("summary", yours: .text("x"), theirs: .text("不在"))],
          currentVersion: saved.version + 1))
  }
}
