import Casework
import CustomDump
import Foundation
import Testing

@testable import Demo

/// The same organisation, written down by people of either language.
@Suite struct `The languages of the demo` {
  static let days = ["2026-11-29", "2027-02-28", "2028-02-29", "1999-12-31"]

  /// A change without its words.
  private struct Step: Equatable {
    let kind: RecordKind
    let id: RecordID?
    let at: Instant
    let values: [String: FieldValue]
  }

  private static func told(
    _ language: DeskLanguage, seed: UInt64, _ today: CivilDate
  ) -> (steps: [Step], store: RuleStore) {
    var store = RuleStore()
    var steps: [Step] = []
    DemoOrganisation(cases: 40, seed: seed, today: today, language: language).fill(
      { change, instant in
        let values = change.values.filter { name, value in
          if case .text = value { return false }
          return name != "language"
        }
        steps.append(Step(kind: change.kind, id: change.id, at: instant, values: values))
        return store.save(change, at: instant)
      }, progress: { _, _ in })
    return (steps, store)
  }

  @Test(arguments: days)
  func `tell the same but for the words`(day: String) throws {
    let today = try #require(CivilDate(iso: day))
    let seed = UInt64(today.dayNumber % 9)
    let ja = Self.told(.ja, seed: seed, today)
    let en = Self.told(.en, seed: seed, today)
    #expect(ja.steps == en.steps)
    #expect(en.store.complaints == [] && en.store.stepsBack == 0)
    #expect(ja.store.fingerprint != en.store.fingerprint)
    #expect(Self.told(.en, seed: seed, today).store.fingerprint == en.store.fingerprint)
  }

  /// The fields that everybody reads in the language of the organisation, and what share of them may
  /// be in Japanese all the same.
  @Test func `leave one note in ten in Japanese, and nothing else`() throws {
    let store = Self.told(.en, seed: 1, CivilDate(dayNumber: 20_786)).store
    var counts: [String: (all: Int, japanese: Int)] = [:]
    for (address, values) in store.records where address != RecordAddress(.staff, RecordID(1)) {
      let description = RecordDescription.of(address.kind)
      for (name, value) in values {
        guard case .text(let text) = value, let field = description[name],
          // What has a writing of its own in Roman letters, and what is a name from abroad.
          description.field(name, in: .roman) == nil, field.rewrites == nil,
          !["nameKana", "nameNative"].contains(name)
        else { continue }
        let key = "\(address.kind.rawValue).\(name)"
        counts[key, default: (0, 0)].all += 1
        if Self.isJapanese(text) { counts[key, default: (0, 0)].japanese += 1 }
      }
    }
    let notes = counts.filter { $0.value.japanese > 0 }
    let all = notes.reduce((0, 0)) { ($0.0 + $1.value.all, $0.1 + $1.value.japanese) }
    #expect(all.1 * 20 > all.0 && all.1 * 7 < all.0, "\(notes)")
    let free: Set<String> = [
      "contact.summary", "followup.action", "followup.outcome", "note.body", "case.outcome",
      "host.conditions", "homestay.notes", "job.notes", "company.notes", "placement.notes",
      "volunteer.notes", "salon.notes", "checkin.notes",
      // What goes to a clinic in Japan is in Japanese, whoever writes it.
      "template.body",
    ]
    #expect(Set(notes.keys).subtracting(free) == [])
  }

  @Test func `name everybody in both writings`() throws {
    for language in [DeskLanguage.ja, .en] {
      let store = Self.told(language, seed: 4, CivilDate(dayNumber: 20_786)).store
      for host in store.all(Host.self) {
        #expect(host.name.hasSuffix("家") && host.nameKana.hasSuffix("ケ"))
        #expect(host.nameRoman.hasSuffix(" family"))
        let family = try #require(host.nameRoman.split(separator: " ").first)
        #expect(host.representativeRoman.hasSuffix(" \(family)"))
      }
      for company in store.all(Company.self) {
        #expect(Self.isJapanese(company.name) && !Self.isJapanese(company.nameRoman))
        #expect(!company.nameKana.isEmpty && !company.nameKana.contains("株"))
      }
      for volunteer in store.all(Volunteer.self) {
        #expect(!volunteer.nameRoman.isEmpty && !Self.isJapanese(volunteer.nameRoman))
      }
      for salon in store.all(Salon.self) {
        #expect(!salon.themeEnglish.isEmpty && !Self.isJapanese(salon.themeEnglish))
      }
      for staff in store.all(Staff.self).dropFirst() {
        #expect(!staff.nameRoman.isEmpty && !staff.nameKana.isEmpty)
      }
    }
    let first = DemoOrganisation.coordinator(in: .en)
    #expect(first.nameRoman == "Sakura Moriyama" && first.language == .en)
    #expect(DemoOrganisation.name(in: .en) == "Tomoni no Kai (fictional)")
  }

  @Test func `have a sentence of every key in English, short enough for a field`() {
    let rows = DemoTable.rows("texts")
    let inJapanese = rows.filter {
      $0[2].isEmpty && Self.isJapanese($0[1]) && !$0[0].hasSuffix("kana")
    }
    #expect((20...50).contains(inJapanese.count))
    for (key, rows) in Dictionary(grouping: rows, by: { $0[0] }) where !key.hasSuffix("kana") {
      #expect(rows.contains { !$0[2].isEmpty }, "\(key)")
    }
    for row in rows { #expect(row[2].count <= 160 && !Self.isJapanese(row[2]), "\(row)") }
    for name in ["cities", "companies", "industries"] {
      #expect(DemoTable.rows(name).allSatisfy { !$0.contains("") }, "\(name)")
    }
  }

  private static func isJapanese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }
  }
}
