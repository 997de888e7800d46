import Casework

/// What the fictional organisation is made of: names, places, trades and sentences.
struct DemoData {
  let cultures: [Culture]
  let japanese: NameList
  let english: NameList
  let cities: [City]
  let industries: [Industry]
  let companyNames: [String]
  private let texts: [String: [String]]
  private let registers: [String: [[String]]]

  struct City {
    let prefecture: Prefecture
    let name: String
  }

  struct Industry {
    let name: String
    let endings: [String]
    let occupations: [String]
    let pay: ClosedRange<Int>
  }

  init() {
    cultures = DemoTable.rows("cultures").map(Culture.init(row:))
    japanese = NameList("japanese", order: .familyGiven)
    english = NameList("english", order: .givenFamily)
    cities = DemoTable.rows("cities").flatMap { row in
      let city = City(prefecture: Prefecture(code: row[0]), name: row[1])
      return Array(repeating: city, count: Int(row[2]) ?? 1)
    }
    industries = DemoTable.rows("industries").map { row in
      let lowest = Int(row[3]) ?? 0
      return Industry(
        name: row[0], endings: row[1].words(";"), occupations: row[2].words(";"),
        pay: lowest...max(lowest, Int(row[4]) ?? 0))
    }
    registers = Dictionary(grouping: DemoTable.rows("registers"), by: { $0[0] })
    companyNames = DemoTable.rows("companies").map { $0[0] }
    texts = Dictionary(grouping: DemoTable.rows("texts"), by: { $0[0] }).mapValues {
      $0.map { $0[1] }
    }
  }

  /// What is told in a register, each with its kind in front.
  func register(_ kind: String) -> [[String]] { registers[kind] ?? [] }

  /// The sentences of a key, in the order of the file.
  func texts(_ key: String) -> [String] { texts[key] ?? [] }
}

/// People from one country who are named in one script.
struct Culture {
  let country: Country
  let share: Int
  let names: NameList
  let languages: [Language]
  /// Where many of them live, if anywhere.
  let prefecture: Prefecture?
  /// Per cent of them for whom the authorities of their country must not be contacted.
  let neverContactAuthorities: Int

  init(row: [String]) {
    country = Country(code: row[1])
    share = Int(row[2]) ?? 1
    names = NameList(row[0], order: NameList.Order(rawValue: row[3]) ?? .givenFamily)
    languages = row[4].words(" ").map(Language.init(code:))
    prefecture = row[5].isEmpty ? nil : Prefecture(code: row[5])
    neverContactAuthorities = Int(row[6]) ?? 100
  }
}

/// One of the demo's files: a row a line, columns between tabs, `#` begins a remark.
enum DemoTable {
  /// The rows, each with as many columns as the remark above them names; none for an unknown file.
  static func rows(_ name: String) -> [[String]] {
    let file = EmbeddedResources.files.first { $0.name == "\(name).tsv" }
    let lines = (file?.text ?? "").split(separator: "\n")
    let width = lines.first?.split(separator: "\t").count ?? 1
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return row + Array(repeating: "", count: max(0, width - row.count))
    }
  }
}

extension String {
  fileprivate func words(_ separator: Character) -> [String] {
    split(separator: separator).map(String.init)
  }
}
