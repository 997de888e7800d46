import Labels

/// A text of the argument parser, its fixed English words replaced by those of the label tables.
struct HelpText {
  let lines: [String]

  init(_ text: String, _ words: Words) {
    let (complaint, rest) = Self.parts(of: text)
    let said = complaint.map { ParserComplaint(words).sentence($0).map { [$0] } ?? [] }
    lines =
      (said ?? [])
      + rest.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        Self.inner.reduce(Self.line(String(line), words)) { line, word in
          line.replacing(word.english, with: words(word.key))
        }
      }
  }

  /// What is wrong with the command line, where something is, and what is said of its use.
  private static func parts(of text: String) -> (complaint: String?, rest: Substring) {
    guard text.hasPrefix(error) else { return (nil, text[...]) }
    let said = text.dropFirst(error.count)
    let uses = ["\nHelp:  ", "\nUsage: ", "\nUSAGE: ", "\n\n", "\n  See '"]
      .compactMap { said.firstRange(of: $0)?.lowerBound }
    guard let end = uses.min() else { return (String(said), "") }
    return (String(said[..<end]), said[said.index(after: end)...])
  }

  private static let error = "Error: "

  /// Words within a line.
  private static let inner = [
    (english: "(values:", key: "cli.help.values"), (english: "default:", key: "cli.help.default"),
    (english: "<subcommand>", key: "cli.help.subcommand"),
  ]

  /// Words at the beginning of a line, and the keys of what stands there instead.
  private static let beginnings = [
    ("OVERVIEW: ", nil), ("Help:  ", nil), ("USAGE: ", "cli.help.usage"),
    ("Usage: ", "cli.help.usage"), ("ARGUMENTS:", "cli.help.arguments"),
    ("OPTIONS:", "cli.help.options"), ("SUBCOMMANDS:", "cli.help.subcommands"),
  ]

  /// Words at the end of a line.
  private static let endings = [
    ("Show help information.", "cli.help.help"), ("Show the version.", "cli.help.version"),
    ("for detailed help.", "cli.help.details"),
    ("for more information.", "cli.help.details"),
  ]

  private static func line(_ line: String, _ words: Words) -> String {
    for (english, key) in beginnings where line.hasPrefix(english) {
      return (key.map { words($0) } ?? "") + line.dropFirst(english.count)
    }
    for (english, key) in endings where line.hasSuffix(english) {
      let rest = line.dropLast(english.count)
      // `See 'tomoni help list'`: what to type stands between the quotes.
      let typed = rest.split(separator: "'")
      return typed.count > 1 ? "  " + words(key, String(typed[1])) : rest + words(key)
    }
    return line
  }
}
