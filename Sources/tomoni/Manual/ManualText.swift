import Cells
import Terminal

/// A manual page as plain text in lines of at most 78 columns.
struct ManualText {
  private static let columns = 78
  private static let indent = 4
  private static let termIndent = 8

  private let page: ManualPage

  init(_ page: ManualPage) { self.page = page }

  var text: String {
    page.sections.map { section in
      ([section.title] + section.blocks.flatMap(lines)).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func lines(_ block: ManualPage.Block) -> [String] {
    switch block {
    case .heading(let text): ["", "  \(text)"]
    case .paragraph(let text): wrapped(text, Self.indent)
    case .term(let term, let text): wrapped(term, Self.indent) + wrapped(text, Self.termIndent)
    case .lines(let lines): lines.map { blanks(Self.indent) + $0 }
    }
  }

  private func wrapped(_ text: String, _ indent: Int) -> [String] {
    CellWidth.terminal.wrap(text, to: Self.columns - indent).map { blanks(indent) + $0 }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
