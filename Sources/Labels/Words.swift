/// Every word the program shows, in one language.
package struct Words: Sendable {
  package let language: LabelLanguage
  /// How dates are written among the words.
  package let dates: DateStyle
  /// What stands for `{name}` in a text: the keys of commands by the commands' names.
  private let keyTexts: [String: String]
  private let table: LabelTable
  /// What speaks where the table has no text: a language that somebody is still writing.
  private let reserve: LabelTable

  package init(_ language: LabelLanguage) { self.init(language, dates: .iso) }

  /// - Parameter keyTexts: the keys that sentences name, by the names of the commands they give.
  package init(_ language: LabelLanguage, dates: DateStyle, keyTexts: [String: String] = [:]) {
    self.language = language
    self.dates = dates
    self.keyTexts = keyTexts
    table = Self.tables[language] ?? LabelTable("")
    reserve = Self.tables[language.reserve] ?? LabelTable("")
  }

  /// The words of a table that is no file of the program.
  init(_ language: LabelLanguage, table: LabelTable) {
    self.language = language
    dates = .iso
    keyTexts = [:]
    self.table = table
    reserve = Self.tables[language.reserve] ?? LabelTable("")
  }

  /// The text of `key` with `{1}`, `{2}` … replaced by `arguments`; in a language that lacks it that of
  /// `reserve`; a key that both lack shows itself.
  ///
  /// `{1|day|days}` stands for its first word where the first argument is 1, else for its second:
  /// Japanese needs none of them, English one behind every count.
  package func callAsFunction(_ key: String, _ arguments: String...) -> String {
    self(key, arguments: arguments)
  }

  /// As above, for arguments that are already a list; a placeholder without one disappears.
  package func callAsFunction(_ key: String, arguments: [String]) -> String {
    (table.text(of: key) ?? reserve.text(of: key)).map { filled($0, arguments) } ?? key
  }

  /// The text of a key that not every table row has (`.short`, `.column`, `.hint`, `.alias`).
  package func text(ifAny key: String) -> String? { table.text(of: key) ?? reserve.text(of: key) }

  /// Whether a person is called by the name's Japanese reading rather than in Roman letters.
  package var namesInKana: Bool { self("names.writing") == "kana" }

  /// Every key, in its order.
  package var keys: [String] { table.keys }

  private static let tables = Dictionary(
    uniqueKeysWithValues: LabelLanguage.allCases.map { language in
      let file = EmbeddedResources.files.first { $0.name == "\(language.rawValue).tsv" }
      return (language, LabelTable(file?.text ?? ""))
    })

  /// One pass, so that an argument that looks like a placeholder stays as it is.
  private func filled(_ text: String, _ arguments: [String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let parts = rest[rest.index(after: open)..<close]
        .split(separator: "|", omittingEmptySubsequences: false)
      if let number = parts.first.flatMap({ Int($0) }) {
        let argument = arguments.indices.contains(number - 1) ? arguments[number - 1] : nil
        if parts.count == 3 {
          result += argument == "1" ? parts[1] : parts[2]
        } else if let argument {
          result += argument
        }
      } else if let keys = keyTexts[String(rest[rest.index(after: open)..<close])] {
        result += keys
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Words: Equatable {
  package static func == (one: Words, other: Words) -> Bool {
    one.language == other.language && one.dates == other.dates && one.keyTexts == other.keyTexts
  }
}
