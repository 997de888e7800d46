import Casework
import Testing

@testable import CaseStore

/// Cases that look like one person's, and that somebody found to be of two.
struct DistinctPairTests {
  private struct Scene {
    let desk: Desk
    let one: RecordID
    let other: RecordID

    init() throws {
      desk = try Desk()
      let born: [String: FieldValue] = [
        "birthDate": .day("1990-02-03"), "nationality": .code("SYR"),
      ]
      one = try desk.addCase("HASSAN AHMAD", born)
      other = try desk.addCase("HASAN AHMAD", born)
    }

    func found(of id: RecordID) throws -> [RecordID] {
      try desk.store.duplicates(ofCase: id, limit: 9).map(\.link.address.id)
    }

    func tellApart() throws -> RecordID {
      try desk.add(
        .distinctPair,
        [
          "case": .to(.case, one), "other": .to(.case, other), "on": .date(Desk.today),
        ])
    }

    func merge() throws { try desk.change(.case, other, ["survivingCase": .to(.case, one)]) }
  }

  @Test func `are found from either, and once told apart from neither`() throws {
    let scene = try Scene()
    #expect(try scene.found(of: scene.one) == [scene.other])
    #expect(try scene.found(of: scene.other) == [scene.one])
    #expect(try scene.desk.store.twins().map(\.link.address.id) == [scene.other])
    let pair = try scene.tellApart()
    #expect(try scene.found(of: scene.one) == [] && scene.found(of: scene.other) == [])
    #expect(try scene.desk.store.twins().isEmpty)
    // For ever: also when one of them becomes more alike, and in another process.
    try scene.desk.change(.case, scene.other, ["nameRoman": .text("HASSAN AHMAD")])
    let others = try scene.desk.open()
    #expect(try others.duplicates(ofCase: scene.one, limit: 9).isEmpty)
    try scene.desk.change(.distinctPair, pair, ["withdrawnOn": .date(Desk.today)])
    #expect(try scene.found(of: scene.one) == [scene.other])
  }

  @Test func `are not brought together before that is withdrawn`() throws {
    let scene = try Scene()
    let pair = try scene.tellApart()
    for (duplicate, survivor) in [(scene.other, scene.one), (scene.one, scene.other)] {
      let found = problems {
        try scene.desk.change(
          .case, duplicate,
          ["status": .code("duplicate"), "survivingCase": .to(.case, survivor)])
      }
      #expect(found["survivingCase"] == .knownApart)
    }
    try scene.desk.change(.distinctPair, pair, ["withdrawnOn": .date(Desk.today)])
    try scene.desk.change(
      .case, scene.other,
      ["status": .code("duplicate"), "survivingCase": .to(.case, scene.one)])
    // Who was brought together is nobody's double any more.
    #expect(try scene.found(of: scene.one) == [] && scene.desk.store.twins().isEmpty)
  }

  @Test func `stay apart from the case that one of them was brought together with`() throws {
    let scene = try Scene()
    _ = try scene.tellApart()
    let third = try scene.desk.addCase("HASSAN AHMED", ["birthDate": .day("1990-02-03")])
    #expect(try scene.found(of: scene.one) == [third])
    try scene.desk.change(
      .case, scene.other, ["status": .code("duplicate"), "survivingCase": .to(.case, third)])
    #expect(try scene.found(of: scene.one) == [])
  }

  @Test func `are kept in the step that makes the new case`() throws {
    let scene = try Scene()
    let new = Change(
      .case, values: ["nameRoman": .text("HASSAN AHMADI"), "opened": .date(Desk.today)],
      command: "add")
    let pair = DistinctPair.found(
      Link(.made(.case)), Link(RecordAddress(.case, scene.one)), on: Desk.today, by: nil)
    let saved = try scene.desk.store.save([new, pair])
    let made = try #require(saved.first?.link.address)
    let card = try scene.desk.card(.distinctPair, try #require(saved.last?.link.address.id))
    #expect(card["case"].link?.address == made)
    _ = try scene.desk.store.undo()
    #expect(refusal { try scene.desk.card(.distinctPair, card.address.id) } == .notFound)
    // Nothing was made before: it refers to nobody.
    #expect(refusal { try scene.desk.store.save([pair]) } != nil)
  }

  @Test func `are one person's, not two, and no volunteer learns of them`() throws {
    let scene = try Scene()
    let found = problems {
      try scene.desk.add(
        .distinctPair,
        ["case": .to(.case, scene.one), "other": .to(.case, scene.one), "on": .date(Desk.today)])
    }
    #expect(found["other"] == .sameCase)
    let volunteer = try scene.desk.addVolunteer("V")
    try scene.desk.assign(volunteer, to: scene.one)
    let pair = try scene.tellApart()
    let store = try scene.desk.open(as: .volunteer(volunteer))
    #expect(refusal { try store.duplicates(ofCase: scene.one, limit: 9) } == .notPermitted)
    #expect(refusal { try store.twins() } == .notPermitted)
    #expect(refusal { try store.detail(RecordAddress(.distinctPair, pair), limit: 1) } != nil)
  }
}
