import CaseStore
import Casework
import Demo
import Foundation
import GRDB
import TestSupport
import Testing

/// Somebody who is erased is in no byte that the store keeps, and every figure is what it was.
@Suite struct `Somebody who is erased` {
  private static let today = CivilDate(dayNumber: 20_786)
  private let folder: ScratchFolder
  private let path: String
  private let store: CaseStore

  init() throws {
    folder = try ScratchFolder()
    path = folder.path("store.db")
    let seed = ProcessInfo.processInfo.environment["ERASURE_SEED"].flatMap(UInt64.init) ?? 4
    try DemoOrganisation(cases: 60, seed: seed, today: Self.today).fill(storeAt: path) { _, _ in }
    store = try Self.open(path, as: 1)
  }

  private static func open(_ path: String, as staff: Int64) throws -> CaseStore {
    let noon = Instant(Int64(today.dayNumber) * 86_400 + 3 * 3600)
    return try CaseStore.open(path, as: .coordinator(RecordID(staff)), clock: { noon })
  }

  private func cards(_ kind: RecordKind, in store: CaseStore? = nil) throws -> [Card] {
    try (store ?? self.store).page(ListQuery(kind), .first, count: 2_000).cards
  }

  private static let about = RecordKind.allCases.filter { kind in
    let description = RecordDescription.of(kind)
    return !description.isMadeByStore
      && (kind == .case || !description.references(to: .case).isEmpty)
  }

  /// Ended cases whom nothing keeps, those with the most about them first.
  private func erasable() throws -> [RecordID] {
    try cards(.case).filter { $0.value(of: \Case.status)?.isEnd == true }.map(\.address.id)
      .filter { (try? store.erase(personOf: $0, reason: "", isTrial: true)) != nil }
      .sorted { try recordCount($0) > recordCount($1) }
  }

  private func recordCount(_ id: RecordID) throws -> Int {
    try store.erase(personOf: id, reason: "", isTrial: true).records.values.reduce(0, +)
  }

  /// Writes marks into all that can be written of a case; what a rule refuses is left out.
  ///
  /// - Returns: the marks.
  private func mark(_ id: RecordID) throws -> [String] {
    var marks: [String] = []
    for kind in Self.about {
      let description = RecordDescription.of(kind)
      for card in try cards(kind) {
        let isAbout =
          kind == .case
          ? card.address.id == id
          : description.references(to: .case).contains {
            card[$0.name] == .link(Link(RecordAddress(.case, id)))
          }
        guard isAbout else { continue }
        for field in description.fields where [.text, .longText].contains(field.shape) {
          let mark = "Zqx\(kind.rawValue)\(marks.count)wv"
          let now = try store.detail(card.address, limit: 0).card
          let saved = try? store.save([
            Change(
              kind, id: card.address.id, version: now.version,
              values: [field.name: .text(mark)], command: "edit")
          ])
          if saved != nil { marks.append(mark) }
        }
      }
    }
    return marks
  }

  /// Those of some texts that stand in a file beside the store, in any of their forms.
  ///
  /// Asked of another process: who closes a file gives up the locks that SQLite has on it.
  private func found(_ texts: [String]) throws -> Set<String> {
    var forms: [String: String] = [:]
    for text in texts {
      let folded = text.lowercased()
      // As a word of the index: each letter as two of a to p behind a y.
      let word = folded.unicodeScalars.map { scalar in
        "y"
          + [scalar.value >> 4, scalar.value & 15].map { String(Unicode.Scalar(UInt8(97 + $0))) }
          .joined()
      }.joined()
      for form in [text, folded, word] { forms[form] = text }
    }
    try folder.write(forms.keys.joined(separator: "\n"), to: "patterns")
    defer { try? FileManager.default.removeItem(atPath: folder.path("patterns")) }
    let run = try ProgramRun(
      "/bin/grep",
      ["-rohaF", "--exclude", "patterns", "-f", folder.path("patterns"), folder.path],
      environment: ["LC_ALL": "C"])
    // In the two bytes a letter that another program might have used.
    let wide = try texts.filter { text in
      let pattern = text.map { "\($0)\\x00" }.joined()
      return try ProgramRun(
        "/bin/grep", ["-rqaP", pattern, folder.path], environment: ["LC_ALL": "C"]
      ).exit == .code(0)
    }
    return Set(run.lines.compactMap { forms[$0] } + wide)
  }

  @Test func `is in no byte of any file, and all figures stay`() throws {
    let id = try #require(erasable().first)
    let drafted = "Zqxdraftwv"
    let written = try mark(id)
    let card = try store.detail(RecordAddress(.case, id), limit: 0).card
    func draft(_ kind: RecordKind, _ id: RecordID?, _ text: String) -> FormDraft {
      FormDraft(
        command: "edit", subject: text,
        parts: [.init(kind, id: id, version: id.map { _ in card.version }, fixed: [:], fields: [])],
        also: [], asksReason: false, contents: ["x": .text(text)], focus: "x", insertionPoint: 0)
    }
    try store.keep(draft(.case, id, drafted))
    try store.keep(draft(.host, nil, "Zqxkeptwv"))
    let marks = try found(written + [drafted])
    #expect(marks.count >= 50 && marks.contains(drafted), "\(marks.count)")
    let before = try figures()
    let counts = try counts()
    let report = try store.erase(personOf: id, reason: "asked for", isTrial: false)
    #expect(report.cases.map(\.address.id).contains(id) && report.entries > 50)
    #expect(try found(Array(marks)) == [])
    #expect(try store.drafts().map(\.subject) == ["Zqxkeptwv"])
    #expect(try figures() == before)
    #expect(try self.counts() == counts)
    let verdict = try store.verifyJournal()
    #expect(verdict.isWhole, "\(verdict.findings)")
    #expect(throws: Refusal.self) { try store.erase(personOf: id, reason: "", isTrial: false) }
    #expect(throws: Refusal.self) { try store.undo() }
  }

  @Test func `is named when the time is over, with what goes and what stays`() throws {
    // Nobody is due today: all that ended here ended within five years, or is kept.
    let soon = try store.keptTooLong(by: Self.today).compactMap(\.cases.first)
    let late = CivilDate(dayNumber: Self.today.dayNumber + 366 * 8)
    let people = try store.keptTooLong(by: late)
    let going = people.filter { $0.hold == nil }
    #expect(people.count > soon.count && !going.isEmpty)
    #expect(going.allSatisfy { ($0.report?.entries ?? 0) > 0 && $0.until < late })
    #expect(people.allSatisfy { ($0.hold == nil) == ($0.report != nil) })
    // Each person once, and each of those whose case ended.
    let numbers = people.flatMap { $0.cases.map(\.number) }
    #expect(Set(numbers).count == numbers.count)
    // A person with an open case stays whatever day it is.
    let open = try Set(
      cards(.case).filter { $0.value(of: \Case.status)?.isEnd == false }.map(\.address))
    for person in people where person.cases.contains(where: { open.contains($0.address) }) {
      #expect(person.hold != nil)
    }
    #expect(try store.journal(JournalFilter(command: "erase"), limit: 10).isEmpty)
    let (before, count) = (try figures(), try counts())
    let first = try #require(going.first?.cases.first)
    if (try? store.erase(personOf: first.address.id, reason: "time is over", isTrial: false)) != nil
    {
      #expect(try figures() == before && counts() == count)
      #expect(!(try store.keptTooLong(by: late)).contains { $0.cases.contains(first) })
    }
    let staff = try #require(
      cards(.staff).first { card in
        card.value(of: \Staff.isSupervisor) == false && card["isActive"] == .flag(true)
      })
    let colleague = try Self.open(path, as: staff.address.id.rawValue)
    #expect(throws: Refusal.notPermitted) { try colleague.keptTooLong(by: late) }
  }

  /// Every figure of the year, unmasked.
  private func figures() throws -> [String] {
    let period = try #require(ReportPeriod(text: "FY2026", fiscalYearStart: 4))
    return try ReportLayout.all.map { layout in
      "\(try store.report(layout, in: period, comparedWith: nil))"
    }
  }

  private func counts() throws -> [RecordKind: Int] {
    try RecordKind.allCases.reduce(into: [:]) { $0[$1] = try store.count(ListQuery($1)).value }
  }

  @Test func `was ended before, is not kept by law, and is erased by a supervisor`() throws {
    let open = try #require(
      cards(.case).first { $0.value(of: \Case.status)?.isEnd == false })
    #expect(throws: Refusal.self) {
      try store.erase(personOf: open.address.id, reason: "", isTrial: false)
    }
    let id = try #require(erasable().first)
    let staff = try #require(
      cards(.staff).first { card in
        card.value(of: \Staff.isSupervisor) == false && card["isActive"] == .flag(true)
      })
    let colleague = try Self.open(path, as: staff.address.id.rawValue)
    #expect(throws: Refusal.notPermitted) {
      try colleague.erase(personOf: id, reason: "", isTrial: false)
    }
    // Nothing of what was refused or tried is written.
    #expect(try store.verifyJournal().isWhole)
    let entries = try store.journal(JournalFilter(command: "erase"), limit: 10)
    #expect(entries.isEmpty)
  }
}
