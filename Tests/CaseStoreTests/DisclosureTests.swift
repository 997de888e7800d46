import CaseStore
import Casework
import Testing

/// What the journal tells of who was shown whose data.
@Suite struct `Disclosures of data` {
  private struct Scene {
    let desk: Desk
    let volunteers: [RecordID]
    let cases: [RecordID]

    /// Two volunteers, the first with both cases, who look at different times.
    init() throws {
      desk = try Desk()
      let desk = desk
      volunteers = try ["内山", "別人"].map { try desk.addVolunteer($0) }
      cases = try ["KARIM", "SALMA"].map {
        try desk.addCase($0, ["alias": .text("\($0)さん"), "languages": .codes(["ar"])])
      }
      for id in cases { try desk.assign(volunteers[0], to: id) }
      try desk.assign(volunteers[1], to: cases[1])
    }

    func wait(days: Int64) { desk.now = Instant(desk.now.rawValue + days * 86_400) }

    func look(_ volunteer: Int, at record: Int) throws {
      let session = try desk.open(as: .volunteer(volunteers[volunteer]))
      _ = try session.page(ListQuery(.case), .first, count: 9)
      _ = try session.detail(RecordAddress(.case, cases[record]), limit: 9)
      try session.noteEnd()
    }

    func told(_ edit: (inout DisclosureRequest) -> Void = { _ in }) throws -> [String] {
      var request = DisclosureRequest()
      edit(&request)
      // The consents are the helper's.
      let found = try desk.store.disclosures(request).disclosures.filter { $0.way != .consented }
      return found.map { told in
        let who = told.who?.number ?? ""
        return "\(told.subject?.number ?? "?") \(told.way.rawValue) \(who) \(told.times)"
      }
    }
  }

  @Test func `name case, way, person and how often, for a volunteer or a case`() throws {
    let scene = try Scene()
    try scene.look(0, at: 0)
    scene.wait(days: 1)
    try scene.look(0, at: 0)
    try scene.look(1, at: 1)
    let first = RecordAddress(.volunteer, scene.volunteers[0])
    #expect(
      try scene.told { $0.who = first } == [
        "2026-0001 listed V-0001 2", "2026-0001 viewed V-0001 2", "2026-0002 listed V-0001 2",
      ])
    let record = RecordAddress(.case, scene.cases[1])
    let told = try scene.told { $0.record = record }
    #expect(
      told.filter { $0.contains("V-") } == [
        "2026-0002 listed V-0001 2", "2026-0002 listed V-0002 1", "2026-0002 viewed V-0002 1",
      ])
    #expect(told.allSatisfy { $0.hasPrefix("2026-0002") })
    // Only the second day.
    let day = scene.desk.now.dateInJapan
    #expect(
      try scene.told {
        $0.who = first
        $0.since = day
      } == [
        "2026-0001 listed V-0001 1", "2026-0001 viewed V-0001 1", "2026-0002 listed V-0001 1",
      ])
    #expect(
      try scene.told {
        $0.who = first
        $0.until = day.adding(days: -2)
      } == [])
  }

  @Test func `say which groups of fields, and since when`() throws {
    let scene = try Scene()
    let begun = scene.desk.now
    try scene.look(0, at: 0)
    scene.wait(days: 3)
    try scene.look(0, at: 0)
    var request = DisclosureRequest()
    request.who = RecordAddress(.volunteer, scene.volunteers[0])
    let report = try scene.desk.store.disclosures(request)
    let viewed = try #require(report.disclosures.first { $0.way == .viewed })
    #expect(viewed.first == begun && viewed.last == scene.desk.now)
    let person = try #require(viewed.groups.first { $0.name == "person" })
    #expect(person.fields.map(\.name).contains("alias"))
    #expect(!viewed.fields.contains("case.nameRoman"))
    #expect(report.untold == 0 && report.refused == 0)
  }

  @Test func `of a key are those of the sessions it opened`() throws {
    let scene = try Scene()
    let line = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + String(repeating: "A", count: 42) + "B"
    let info = try scene.desk.store.addKey(scene.volunteers[0], line)
    let key = try #require(SSHKey(line))
    let session = try CaseStore.open(
      scene.desk.path, as: .volunteer(scene.volunteers[0]), by: key, clock: { scene.desk.now })
    _ = try session.page(ListQuery(.case), .first, count: 9)
    try session.noteEnd()
    scene.wait(days: 1)
    try scene.look(0, at: 1)
    #expect(
      try scene.told { $0.key = info.fingerprint } == [
        "2026-0001 listed V-0001 1", "2026-0002 listed V-0001 1",
      ])
    #expect(try scene.told { $0.key = "SHA256:nobody" } == [])
  }

  @Test func `hold exports, changes, and whom a consent or a referral names`() throws {
    let scene = try Scene()
    _ = try scene.desk.refer(scene.cases[0], to: "難民支援協会")
    let query = ListQuery(.case)
    try scene.desk.store.noteExport(
      ExportNote(
        query, columns: ["number", "phone"], format: "csv", rows: 1, records: [scene.cases[0]]))
    // As a program of before wrote it.
    try scene.desk.store.noteExport(
      ExportNote(query, columns: ["number"], format: "xlsx", rows: 2))
    let record = RecordAddress(.case, scene.cases[0])
    var request = DisclosureRequest()
    request.record = record
    let all = try scene.desk.store.disclosures(request).disclosures
    let export = try #require(all.first { $0.way == .exported && $0.subject != nil })
    #expect(export.recipient == "csv" && export.fields == ["case.number", "case.phone"])
    #expect(export.groups.contains { $0.name == "care" })
    #expect(all.contains { $0.way == .exported && $0.subject == nil && $0.recipient == "xlsx" })
    let referral = try #require(all.first { $0.way == .referred })
    #expect(referral.recipient == "sharing_with_other_ngos: 難民支援協会")
    #expect(all.contains { $0.way == .consented && $0.recipient == "sharing_with_other_ngos" })
    // The person was written before their case was.
    let changed = try #require(all.first { $0.way == .changed && $0.who?.number == "ST-0001" })
    #expect(
      changed.fields.isSuperset(of: ["person.nameRoman", "case.opened", "referral.recipient"]))
    // The case with its person, two consents, the referral, in a step each.
    #expect(changed.times >= 3 && changed.groups.contains { $0.name == "person" })
    // The other case was in the export of which nobody knows, alone.
    request.record = RecordAddress(.case, scene.cases[1])
    let other = try scene.desk.store.disclosures(request).disclosures
    #expect(other.filter { $0.way == .exported }.map(\.recipient) == ["xlsx"])
    #expect(!other.contains { $0.way == .referred })
  }

  @Test func `count what was asked for in vain`() throws {
    let scene = try Scene()
    let session = try scene.desk.open(as: .volunteer(scene.volunteers[1]))
    for _ in 1...3 { #expect(refusal { try session.find(.case, "ZZZZZZZZ") } == .notFound) }
    var request = DisclosureRequest()
    request.who = RecordAddress(.volunteer, scene.volunteers[1])
    #expect(try scene.desk.store.disclosures(request).refused == 3)
  }

  @Test func `are for supervisors, and that they were asked is written down before`() throws {
    let scene = try Scene()
    let colleague = try scene.desk.add(.staff, ["name": .text("佐藤"), "isActive": .flag(true)])
    let other = try scene.desk.open(as: .coordinator(colleague))
    #expect(refusal { try other.disclosures(DisclosureRequest()) } == .notPermitted)
    let session = try scene.desk.open(as: .volunteer(scene.volunteers[0]))
    #expect(refusal { try session.disclosures(DisclosureRequest()) } == .notPermitted)
    var request = DisclosureRequest()
    request.who = RecordAddress(.volunteer, scene.volunteers[0])
    _ = try scene.desk.store.disclosures(request)
    let entry = try #require(try scene.desk.store.journal(JournalFilter(), limit: 1).first)
    #expect(entry.command == "disclosures" && entry.after == ["exportFilters": .text("who=V-0001")])
    try scene.desk.execute(
      "CREATE TRIGGER full BEFORE INSERT ON journalRow BEGIN SELECT raise(ABORT, 'full'); END")
    let found = refusal { try scene.desk.store.disclosures(request) }
    guard case .storage = found else {
      Issue.record("\(String(describing: found))")
      return
    }
  }

  @Test func `say of somebody erased who looked, and no word`() throws {
    let scene = try Scene()
    try scene.look(0, at: 0)
    try scene.desk.change(
      .case, scene.cases[0],
      ["status": .code("not_eligible"), "receivingBody": .text("市役所")], reason: "x")
    _ = try scene.desk.store.erase(personOf: scene.cases[0], reason: "asked", isTrial: false)
    var request = DisclosureRequest()
    request.record = RecordAddress(.case, scene.cases[0])
    let report = try scene.desk.store.disclosures(request)
    #expect(report.disclosures.contains { $0.way == .listed && $0.who?.number == "V-0001" })
    #expect(report.disclosures.contains { $0.way == .viewed && $0.who?.number == "V-0001" })
    #expect(!"\(report)".contains("KARIM"))
  }
}
