/// A manual page in the language of man(7), for groff and mandoc.
struct RoffText {
  private let page: ManualPage

  init(_ page: ManualPage) { self.page = page }

  var text: String {
    var lines = [
      // The encoding is said for preconv; Japanese has no words to hyphenate or to pull apart.
      "'\\\" -*- coding: utf-8 -*-",
      ".TH \(Self.argument(page.name.uppercased())) 1", ".nh", ".ad l",
    ]
    for section in page.sections {
      lines.append(".SH \(Self.argument(section.title))")
      lines += section.blocks.flatMap(Self.lines)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ block: ManualPage.Block) -> [String] {
    switch block {
    case .heading(let text): [".SS \(argument(text))"]
    case .paragraph(let text): [".PP"] + body(text)
    case .term(let term, let text): [".TP", ".B \(argument(term))"] + body(text)
    case .lines(let lines): [".PP", ".nf"] + lines.map(escaped) + [".fi"]
    }
  }

  private static func body(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { escaped(String($0)) }
  }

  /// A text as one argument of a macro.
  private static func argument(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// A text of which roff takes nothing for a request, an escape or a nicer sign.
  static func escaped(_ text: String) -> String {
    let signs: [Character: String] = [
      "\\": "\\(rs", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
      "\"": "\\(dq",
      // Japanese has no blanks: without these a line could not be broken.
      "。": "。\\:", "、": "、\\:",
    ]
    let line = text.map { signs[$0] ?? ($0.isNewline ? " " : String($0)) }.joined()
    return line.hasPrefix(".") ? "\\&" + line : line
  }
}
