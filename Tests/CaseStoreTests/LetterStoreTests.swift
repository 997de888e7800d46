import Casework
import CustomDump
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// Letters in the store: with their case, its undo, its merging and its erasure.
@Suite struct `A letter in the store` {
  private static let own = PartnerKeys(
    name: "北の支援", scope: .otherOrganisations, age: "age1own", signer: "ssh-ed25519 own")
  private static let partner = PartnerKeys(
    name: "南の会", scope: .otherOrganisations, age: "age1other", signer: "ssh-ed25519 other")
  private static let words = LetterWords(action: "answer", days: 3, note: "from 南の会")

  private struct Scene {
    let desk: Desk
    let record: RecordID

    init() throws {
      desk = try Desk()
      record = try desk.addCase("SALMA")
      try desk.consent(record, .otherOrganisations)
      try desk.store.keepPartner(`A letter in the store`.partner)
      try desk.store.confirmPartner(`A letter in the store`.partner)
    }

    func send(_ seal: (Letter) throws -> Void = { _ in }) throws -> Letter {
      try desk.store.sendReferral(
        ReferralRequest(record, to: "南の会"), to: `A letter in the store`.partner,
        from: `A letter in the store`.own.party, isTrial: false, seal: seal)
    }

    func take(_ letter: Letter) throws -> LetterFate {
      try desk.store.take(
        letter, from: `A letter in the store`.partner, words: `A letter in the store`.words,
        isTrial: false)
    }
  }

  private static func letter(
    _ id: Character = "a", thread: Character? = nil, _ matter: Letter.Matter = .referral
  ) -> Letter {
    func text(_ sign: Character) -> String { String(repeating: sign, count: 32) }
    var letter = Letter(
      matter, id: text(id), thread: text(thread ?? id), on: Desk.today, from: partner.party,
      to: own.party)
    letter.number = "7K2M9QXD"
    letter.records = [LetterRecord(.person, ["nameRoman": .text("KARIM OMAR")])]
    return letter
  }

  private struct DiskFull: Error {}

  @Test func `is nowhere where its file could not be written`() throws {
    let scene = try Scene()
    let before = try scene.desk.store.verifyJournal().entries
    #expect(throws: Refusal.self) { try scene.send { _ in throw DiskFull() } }
    #expect(try scene.desk.store.verifyJournal().entries == before)
    #expect(try scene.desk.store.count(ListQuery(.referral)).value == 0)
    // Open on purpose: with nothing in its way it is.
    _ = try scene.send()
    #expect(try scene.desk.store.count(ListQuery(.referral)).value == 1)
    #expect(try scene.desk.store.verifyJournal().entries > before)
  }

  @Test func `of a referral that staff asked for is about that one`() throws {
    let scene = try Scene()
    let asked = try scene.desk.add(
      .referral,
      [
        "case": .to(.case, scene.record), "recipient": .text("南の会 "), "on": .date(Desk.today),
        "scope": ConsentScope.otherOrganisations.fieldValue, "purpose": .text("住まい"),
        "serviceType": .code("housing"),
      ])
    let letter = try scene.send()
    #expect(letter.purpose == "住まい" && letter.serviceType == .housing)
    #expect(try scene.desk.store.count(ListQuery(.referral)).value == 1)
    _ = try scene.desk.store.revokeReferral(
      of: scene.record, to: Self.partner, from: Self.own.party
    ) { _ in }
    #expect(try scene.desk.card(.referral, asked)["stage"] == .code("revoked"))
  }

  @Test func `goes out as the same where it was taken back here`() throws {
    let scene = try Scene()
    let first = try scene.send()
    _ = try scene.desk.store.undo()
    #expect(try scene.desk.store.count(ListQuery(.referral)).value == 0)
    let second = try scene.send()
    #expect(second.thread == first.thread && second.id != first.id)
  }

  @Test func `may come again once its case was taken back`() throws {
    let scene = try Scene()
    #expect(try scene.take(Self.letter()).isTaken)
    #expect(try scene.take(Self.letter()).lack == .seen)
    let count = try scene.desk.store.count(ListQuery(.case)).value
    _ = try scene.desk.store.undo()
    #expect(try scene.desk.store.count(ListQuery(.case)).value == count - 1)
    #expect(try scene.take(Self.letter()).isTaken)
    #expect(try scene.desk.store.verifyJournal().isWhole)
  }

  @Test func `of another partner about the same referral is refused`() throws {
    let scene = try Scene()
    #expect(try scene.take(Self.letter()).isTaken)
    let other = PartnerKeys(
      name: "西の家", scope: .otherOrganisations, age: "age1x", signer: "ssh-ed25519 x")
    for matter in Letter.Matter.allCases {
      var letter = Self.letter("b", thread: "a", matter)
      letter.answer = .accepted
      let fate = try scene.desk.store.take(letter, from: other, words: Self.words, isTrial: false)
      #expect(fate == .refused(.otherPartner, nil))
    }
  }

  @Test func `answers from the case that its own was merged into`() throws {
    let scene = try Scene()
    #expect(try scene.take(Self.letter()).isTaken)
    let came = try scene.desk.lastCase()
    let kept = try scene.desk.addCase("KARIM OMAR")
    #expect(
      try scene.desk.store.answerReferral(
        of: kept, .accepted, words: "", from: Self.own.party
      ) { _, _ in }
        == .refused(.noReferral, nil))
    try scene.desk.change(
      .case, came,
      ["status": .code("duplicate"), "survivingCase": .to(.case, kept)])
    var sealed = 0
    let fate = try scene.desk.store.answerReferral(
      of: kept, .accepted, words: "", from: Self.own.party
    ) { letter, partner in
      sealed += 1
      #expect(letter.thread == Self.letter().thread && partner.name == "南の会")
    }
    #expect(fate.isTaken && sealed == 1)
  }

  @Test func `leaves no word of somebody who is erased`() throws {
    let scene = try Scene()
    try scene.desk.execute("UPDATE staff SET isSupervisor = 1")
    #expect(try scene.take(Self.letter()).isTaken)
    let came = try scene.desk.lastCase()
    try scene.desk.change(
      .case, came, ["status": .code("not_eligible"), "receivingBody": .text("南の会")],
      reason: "revoked")
    _ = try scene.desk.store.erase(personOf: came, reason: "revoked", isTrial: false)
    let found = try scene.desk.raw { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT before || after FROM journalContent WHERE before || after LIKE '%KARIM%'
          UNION ALL SELECT nameRoman FROM person WHERE nameRoman LIKE '%KARIM%'
          """)
    }
    #expect(found == [])
    #expect(try scene.take(Self.letter()).lack == .seen)
  }
}

extension LetterFate {
  fileprivate var isTaken: Bool { if case .taken = self { true } else { false } }
  fileprivate var lack: LetterLack? { if case .refused(let lack, _) = self { lack } else { nil } }
}

extension Desk {
  /// The case that was made last, by name.
  fileprivate func lastCase() throws -> RecordID {
    RecordID(try raw { try Int64.fetchOne($0, sql: "SELECT max(id) FROM \"case\"") } ?? 0)
  }
}
