import Casework

/// What the fictional organisation is made of: names, places, trades and sentences.
struct DemoData {
  /// In which it tells what is told in one language alone.
  let language: DeskLanguage
  let cultures: [Culture]
  let japanese: NameList
  let english: NameList
  let cities: [City]
  let industries: [Industry]
  let companyNames: [NameList.Name]
  private let told: [String: [Said]]
  private let registers: [String: [[String]]]

  struct City {
    let prefecture: Prefecture
    let name: String
  }

  struct Industry {
    let name: String
    let endings: [NameList.Name]
    let occupations: [String]
    let pay: ClosedRange<Int>
  }

  init(_ language: DeskLanguage = .ja) {
    self.language = language
    func said(_ row: [String], _ ja: Int, _ en: Int) -> String {
      Said(ja: row[ja], en: row[en]).text(in: language)
    }
    cultures = DemoTable.rows("cultures").map(Culture.init(row:))
    japanese = NameList("japanese", order: .familyGiven)
    english = NameList("english", order: .givenFamily)
    cities = DemoTable.rows("cities").flatMap { row in
      let city = City(prefecture: Prefecture(code: row[0]), name: said(row, 1, 3))
      return Array(repeating: city, count: Int(row[2]) ?? 1)
    }
    industries = DemoTable.rows("industries").map { row in
      let lowest = Int(row[3]) ?? 0
      let endings = zip(row[1].words(";"), zip(row[6].words(";"), row[7].words(";"))).map {
        NameList.Name(roman: $1.1, kana: $1.0, native: $0)
      }
      return Industry(
        name: said(row, 0, 5), endings: endings, occupations: said(row, 2, 8).words(";"),
        pay: lowest...max(lowest, Int(row[4]) ?? 0))
    }
    // Behind the seven columns of a row stands what five of them are in English.
    let inEnglish = [7: 1, 8: 2, 9: 3, 10: 4, 11: 6]
    let rows = DemoTable.rows("registers").map { row in
      (0..<7).map { column in
        let english = inEnglish.first { $0.value == column }?.key
        return english.map { said(row, column, $0) } ?? row[column]
      }
    }
    registers = Dictionary(grouping: rows, by: { $0[0] })
    companyNames = DemoTable.rows("companies").map {
      NameList.Name(roman: $0[2], kana: $0[1], native: $0[0])
    }
    told = Dictionary(grouping: DemoTable.rows("texts"), by: { $0[0] }).mapValues {
      $0.map { Said(ja: $0[1], en: $0[2]) }
    }
  }

  /// What is told in a register, each with its kind in front.
  func register(_ kind: String) -> [[String]] { registers[kind] ?? [] }

  /// The sentences of a key, in the order of the file.
  func texts(_ key: String) -> [String] { told(key).map { $0.text(in: language) } }

  /// The same in both languages.
  func told(_ key: String) -> [Said] { told[key] ?? [] }

  /// What a name is called where it stands in one writing alone.
  func called(_ name: NameList.Name) -> String { language == .ja ? name.native : name.roman }
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
