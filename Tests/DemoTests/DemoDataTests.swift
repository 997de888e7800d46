import Casework
import Testing

@testable import Demo

@Suite struct DemoDataTests {
  static let files = DemoTable.rows("cultures").map { $0[0] }

  @Test(arguments: files) func `has enough names, whole in each script`(file: String) {
    let rows = DemoTable.rows("names-\(file)")
    #expect(rows.count { $0[1] == "given" } >= 20)
    #expect(rows.count { $0[1] == "family" } >= 15)
    for row in rows {
      #expect(row.count == 6 && ["given", "family"].contains(row[1]), "\(row)")
      #expect(["", "f", "m"].contains(row[5]), "\(row)")
      #expect(row[2].allSatisfy { $0.isASCII && ($0.isLetter || " -".contains($0)) }, "\(row)")
      #expect(row[3].unicodeScalars.allSatisfy(Self.isKatakana), "\(row)")
      // A joiner without width would be lost where a program drops what cannot be seen.
      #expect(!row[4].isEmpty && !row[4].unicodeScalars.contains { (0x200B...0x200F) ~= $0.value })
    }
    #expect(Set(rows.map { $0[1] + $0[2] + $0[5] }).count == rows.count)
  }

  @Test func `names countries, languages and prefectures that exist`() {
    let cultures = DemoData().cultures
    #expect(Set(cultures.map(\.country.rawValue)).count >= 12)
    for culture in cultures {
      #expect(Country(rawValue: culture.country.rawValue) != nil)
      #expect(culture.languages.allSatisfy { Language(rawValue: $0.rawValue) != nil })
      #expect(culture.prefecture.map { Prefecture(rawValue: $0.rawValue) != nil } ?? true)
    }
    #expect(DemoData().cities.allSatisfy { Prefecture(rawValue: $0.prefecture.rawValue) != nil })
  }

  @Test func `writes the names of 200 cases in at least eight scripts`() throws {
    let store = try #require(DemoOrganisationTests.organisations["2026-11-22"])
    let names = store.all(Person.self).map(\.nameNative).joined()
    let found = Self.scripts.filter { script in
      names.unicodeScalars.contains { script.value.contains($0.value) }
    }
    #expect(found.count == Self.scripts.count, "\(found.keys)")
  }

  @Test(arguments: [
    ("contact.", 40), ("action.", 30), ("note", 20), ("salon.theme.", 20), ("safe", 10),
  ])
  func `has sentences enough`(key: String, least: Int) {
    let rows = DemoTable.rows("texts").filter { $0[0].hasPrefix(key) }
    #expect(Set(rows.map { $0[1] }).count >= least)
  }

  @Test func `gives each key one sentence a line, short enough for a field`() {
    for row in DemoTable.rows("texts") {
      #expect(row.count == 3 && !row[0].isEmpty && !row[1].isEmpty, "\(row)")
      #expect(row[1].count <= 120 && row[1] == row[1].trimmed, "\(row)")
    }
  }

  static let scripts: [String: ClosedRange<UInt32>] = [
    "Latin": 0x41...0x24F, "Cyrillic": 0x400...0x4FF, "Arabic": 0x600...0x6FF,
    "Devanagari": 0x900...0x97F, "Bengali": 0x980...0x9FF, "Tamil": 0xB80...0xBFF,
    "Sinhala": 0xD80...0xDFF, "Burmese": 0x1000...0x109F, "Ethiopic": 0x1200...0x137F,
  ]

  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    (0x30A1...0x30FC).contains(scalar.value) || "・= ".unicodeScalars.contains(scalar)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
