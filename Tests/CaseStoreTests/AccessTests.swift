import Casework
import CustomDump
import Testing

@testable import CaseStore

/// What a volunteer may write: what the access of a kind says, about open cases that are theirs.
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

  private func contact(about record: RecordID, _ more: [String: FieldValue] = [:]) -> Change {
    Change(
      .contact,
      values: [
        "case": .to(.case, record), "on": .date(Desk.today), "medium": .code("visit"),
        "minutes": .number(90), "expenses": .number(640), "summary": .text("元気"),
      ].merging(more) { $1 }, command: "logContact")
  }

  private func edit(
    _ kind: RecordKind, _ id: RecordID, _ values: [String: FieldValue], version: Int = 1
  ) -> Change {
    Change(kind, id: id, version: version, values: values, command: "edit")
  }

  @Test func `covers only fields that the person may see`() {
    for kind in RecordKind.allCases {
      let description = RecordDescription.of(kind)
      for field in description.access.adds.union(description.access.corrects) {
        #expect(description[field]?.audience == .assigned, "\(kind) \(field)")
        #expect(description[field]?.uses.contains(.sealed) == false, "\(kind) \(field)")
        #expect(field != Access.author)
      }
    }
  }

  @Test func `lets somebody add and change what is theirs, and says itself whose it is`() throws {
    let saved = try session.save(contact(about: mine))
    #expect(saved.entries.map { $0.after["minutes"] } == [.number(90)])
    let id = saved.link.address.id
    #expect(try desk.card(.contact, id)["volunteer"].asLink?.address.id == volunteer)
    let again = try session.save(
      edit(.contact, id, ["summary": .text("元気、買い物")], version: saved.version))
    #expect(again.entries.map { $0.before } == [["summary": .text("元気")]])
    #expect(try desk.card(.contact, id)["summary"] == .text("元気、買い物"))
    #expect(try desk.store.verifyJournal().isWhole)
    let told = [saved, again].map { String(customDumping: $0) }.joined()
    #expect(!told.contains("SECRET") && !told.contains("内山") && !told.contains("CT-0001"))
    // Staff are told the number, so that it would be found above.
    let control = try desk.store.save(contact(about: mine))
    #expect(String(customDumping: control).contains("CT-0002"))
  }

  @Test func `ends at other cases, other people and other fields`() throws {
    let stranger = try desk.addVolunteer("別人")
    #expect(refusal { try session.save(contact(about: other)) } == .notFound)
    #expect(
      refusal { try session.save(contact(about: mine, ["volunteer": .to(.volunteer, volunteer)])) }
        == .notPermitted)
    let staff = ["staff": FieldValue.to(.staff, RecordID(1))]
    #expect(refusal { try session.save(contact(about: mine, staff)) } == .notPermitted)
    let theirs = try desk.store.save(
      contact(about: mine, ["volunteer": .to(.volunteer, stranger)])
    ).link.address.id
    for id in [theirs, RecordID(999)] {
      #expect(
        refusal { try session.save(edit(.contact, id, ["summary": .text("x")])) } == .notFound)
    }
    #expect(
      refusal { try session.save(edit(.case, mine, ["nameRoman": .text("x")])) } == .notPermitted)
    #expect(refusal { try session.preview([contact(about: mine)]) } == .notPermitted)
    // Nothing of theirs goes to another case, also not to one that is theirs too.
    let own = try session.save(contact(about: mine)).link.address.id
    #expect(
      refusal { try session.save(edit(.contact, own, ["case": .to(.case, other)])) }
        == .notPermitted)
  }

  @Test func `takes back the last change of the session, and nothing else`() throws {
    #expect(refusal { try session.undo() } == .nothingToUndo)
    let saved = try session.save(contact(about: mine))
    let undone = try session.undo()
    #expect(!String(customDumping: undone).contains("SECRET"))
    #expect(try session.count(ListQuery(.contact)) == ListCount(0))
    #expect(refusal { try session.undo() } == .nothingToUndo)
    _ = saved
    _ = try session.save(contact(about: mine))
    // What was written in another session is corrected, not taken back.
    let later = try desk.open(as: .volunteer(volunteer))
    #expect(refusal { try later.undo() } == .nothingToUndo)
    // Nor after the case went to somebody else.
    desk.now = Instant(desk.now.rawValue + 86_400 * 100)
    #expect(refusal { try session.undo() } == .notFound)
    #expect(try desk.store.count(ListQuery(.contact)) == ListCount(1))
  }

  @Test func `ends with the assignment`() throws {
    let saved = try session.save(contact(about: mine))
    desk.now = Instant(desk.now.rawValue + 86_400 * 100)
    #expect(refusal { try session.save(contact(about: mine)) } == .notFound)
    let change = edit(
      .contact, saved.link.address.id, ["summary": .text("x")], version: saved.version)
    #expect(refusal { try session.save(change) } == .notFound)
  }

  @Test func `ends with the case`() throws {
    let saved = try session.save(contact(about: mine))
    try desk.execute("UPDATE \"case\" SET status = 'closed' WHERE id = \(mine.rawValue)")
    #expect(refusal { try session.save(contact(about: mine)) } == .notPermitted)
    let change = edit(
      .contact, saved.link.address.id, ["summary": .text("x")], version: saved.version)
    #expect(refusal { try session.save(change) } == .notPermitted)
    #expect(refusal { try session.undo() } == .notPermitted)
  }

  @Test func `tells of a conflict only what was written`() throws {
    let saved = try session.save(contact(about: mine))
    let id = saved.link.address.id
    try desk.change(
      .contact, id, ["summary": .text("不在"), "staff": .to(.staff, RecordID(1))])
    let change = edit(.contact, id, ["summary": .text("x")], version: saved.version)
    #expect(
      refusal { try session.save(change) }
        == .conflict(
          [FieldConflict("summary", yours: .text("x"), theirs: .text("不在"))],
          currentVersion: saved.version + 1))
  }

  @Test func `ticks a task of the case off, says how it went, and takes that back`() throws {
    let task = try desk.addFollowUp(mine, "契約書を読む", due: 4)
    _ = try desk.addFollowUp(mine, "歯医者", due: 9)
    let foreign = try desk.addFollowUp(other, "秘密", due: 1)
    let tasks = ListQuery(.followUp)
    #expect(try session.page(tasks, .first, count: 9).texts("action") == ["契約書を読む", "歯医者"])
    let done = ["done": FieldValue.date(Desk.today), "outcome": .text("済")]
    _ = try session.save(edit(.followUp, task, done))
    #expect(try desk.card(.followUp, task)["done"] == .date(Desk.today))
    // What is done is not theirs any more; what comes next is.
    #expect(try session.page(tasks, .first, count: 9).texts("action") == ["歯医者"])
    #expect(
      try session.detail(RecordAddress(.case, mine), limit: 9).card["nextAction"] == .text("歯医者"))
    _ = try session.undo()
    #expect(try session.page(tasks, .first, count: 9).texts("action") == ["契約書を読む", "歯医者"])
    #expect(refusal { try session.save(edit(.followUp, foreign, done)) } == .notFound)
    for field in ["action", "due", "assignee", "case"] {
      let value: FieldValue = field == "due" ? .date(Desk.today) : .text("x")
      #expect(
        refusal { try session.save(edit(.followUp, task, [field: value])) } == .notPermitted,
        "\(field)")
    }
    let new = Change(
      .followUp,
      values: ["case": .to(.case, mine), "action": .text("x"), "due": .date(Desk.today)],
      command: "logFollowUp")
    #expect(refusal { try session.save(new) } == .notPermitted)
  }

  @Test func `answers a comment, and changes none`() throws {
    let said = try desk.add(
      .comment,
      [
        "case": .to(.case, mine), "volunteer": .to(.volunteer, volunteer),
        "type": .code("thanks"), "body": .text("助かりました"),
      ])
    let answer = Change(
      .comment, values: ["case": .to(.case, mine), "body": .text("また来週")],
      command: "logComment")
    let saved = try session.save(answer)
    let card = try desk.card(.comment, saved.link.address.id)
    #expect(card["type"] == .code("answer") && card["on"] == .date(Desk.today))
    #expect(card["staff"] == .absent && card["volunteer"].asLink?.address.id == volunteer)
    #expect(try desk.card(.comment, said)["staff"].asLink?.address.id == RecordID(1))
    #expect(
      try session.page(ListQuery(.comment), .first, count: 9).texts("body") == ["また来週", "助かりました"])
    for id in [said, saved.link.address.id] {
      #expect(
        refusal { try session.save(edit(.comment, id, ["body": .text("x")])) } == .notPermitted)
    }
    let stranger = try desk.addVolunteer("別人")
    try desk.assign(stranger, to: mine)
    let others = try desk.open(as: .volunteer(stranger))
    #expect(try others.count(ListQuery(.comment)) == ListCount(0))
    #expect(
      refusal {
        try session.save(
          Change(
            .comment, values: ["case": .to(.case, other), "body": .text("x")],
            command: "logComment"))
      } == .notFound)
  }
}
