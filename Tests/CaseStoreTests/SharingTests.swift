import CaseStore
import Casework
import Testing

/// Volunteers see a case by the person's consent, and no longer than it holds.
@Suite struct `A case shown to a volunteer` {
  private struct Scene {
    let desk: Desk
    let volunteer: RecordID
    let record: RecordID

    init() throws {
      desk = try Desk()
      volunteer = try desk.addVolunteer("内山")
      record = try desk.addCase("KARIM")
    }

    @discardableResult
    func assign(_ more: [String: FieldValue] = [:]) throws -> RecordID {
      let values: [String: FieldValue] = [
        "case": .to(.case, record), "volunteer": .to(.volunteer, volunteer),
        "start": .date(Desk.today), "until": .date(Desk.today.adding(days: 30)),
      ]
      return try desk.add(.assignment, values.merging(more) { $1 })
    }

    func seen() throws -> Int {
      try desk.open(as: .volunteer(volunteer)).page(ListQuery(.case), .first, count: 9).cards.count
    }
  }

  @Test func `asks for a consent that is in force, whoever else is named`() throws {
    let scene = try Scene()
    #expect(problems { try scene.assign() } == ["case": .consentRequired])
    try scene.desk.consent(scene.record, .hostFamilies)
    #expect(problems { try scene.assign() } == ["case": .consentRequired])
    try scene.desk.consent(
      scene.record, .volunteers,
      ["on": .date(Desk.today.adding(days: -20)), "expires": .date(Desk.today.adding(days: -1))])
    #expect(problems { try scene.assign() } == ["case": .consentRequired])
    // What is over tells nobody anything.
    try scene.assign([
      "start": .date(Desk.today.adding(days: -90)), "until": .date(Desk.today.adding(days: -1)),
    ])
    try scene.desk.consent(scene.record, .volunteers)
    try scene.assign()
    #expect(try scene.seen() == 1)
  }

  @Test func `is asked for again where it is to be shown longer, and not where it is less`() throws
  {
    let scene = try Scene()
    let consent = try scene.desk.consent(scene.record, .volunteers)
    let id = try scene.assign()
    try scene.desk.change(.consent, consent, ["expires": .date(Desk.today)])
    scene.desk.now = Instant(scene.desk.now.rawValue + 86_400)
    #expect(
      problems {
        try scene.desk.change(.assignment, id, ["until": .date(Desk.today.adding(days: 60))])
      } == ["case": .consentRequired])
    try scene.desk.change(.assignment, id, ["until": .date(Desk.today.adding(days: 2))])
    try scene.desk.change(.assignment, id, ["reason": .text("通訳")])
  }

  @Test func `of a case that has ended asks why`() throws {
    let scene = try Scene()
    try scene.desk.consent(scene.record, .volunteers)
    try scene.desk.change(
      .case, scene.record,
      ["status": .code("not_eligible"), "receivingBody": .text("市役所")], reason: "x")
    #expect(problems { try scene.assign() } == ["reason": .caseEnded])
    try scene.assign(["reason": .text("帰国前の見送り")])
    #expect(try scene.seen() == 1)
  }

  @Test func `ends with its case, and who sees it no more is named`() throws {
    let scene = try Scene()
    try scene.desk.consent(scene.record, .volunteers)
    try scene.assign()
    let saved = try scene.desk.change(
      .case, scene.record,
      ["status": .code("not_eligible"), "receivingBody": .text("市役所")], reason: "x")
    #expect(saved.touched.map(\.cause) == [.closing])
    #expect(saved.touched.first?.whom.map(\.title) == ["内山"])
  }

  @Test func `is seen no more once the consent is taken back, and who saw it is named`() throws {
    let scene = try Scene()
    let consent = try scene.desk.consent(scene.record, .volunteers)
    let id = try scene.assign()
    let later = try scene.assign(["start": .date(Desk.today.adding(days: 5))])
    #expect(try scene.seen() == 1)
    let session = try scene.desk.open(as: .volunteer(scene.volunteer))
    _ = try session.detail(RecordAddress(.case, scene.record), limit: 9)
    let saved = try scene.desk.change(.consent, consent, ["status": .code("withdrawn")])
    #expect(saved.touched.map(\.cause) == [.unassigned])
    #expect(saved.touched.first?.whom.map(\.title) == ["内山"])
    #expect(try scene.seen() == 0)
    #expect(
      refusal { try session.detail(RecordAddress(.case, scene.record), limit: 9) } == .notFound)
    for assignment in [id, later] {
      #expect(
        try scene.desk.card(.assignment, assignment)["until"]
          == .date(Desk.today.adding(days: -1)))
    }
    // One step: taken back, all of it is as it was.
    _ = try scene.desk.store.undo()
    #expect(try scene.seen() == 1)
  }

  @Test func `stays where another consent still holds`() throws {
    let scene = try Scene()
    try scene.desk.consent(scene.record, .volunteers)
    let named = try scene.desk.consent(scene.record, .volunteers, ["recipient": .text("別人")])
    try scene.assign()
    try scene.desk.change(.consent, named, ["status": .code("withdrawn")])
    #expect(try scene.seen() == 1)
  }
}
