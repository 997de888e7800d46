/// What a sentence is about, as somebody sees it who reads no word of it.
package struct CardPicture: Hashable, Sendable {
  package let name: String
  /// As it is drawn on any terminal.
  package let rows: [String]
  /// As it is drawn on paper: lines through points of a square of 24, with `;` between them.
  let strokes: String

  /// The key of what it is called, of `PaperTexts`.
  package var wordKey: String { "picture.\(name)" }

  static func named(_ name: String) -> CardPicture? { all[name] }

  private static let all: [String: CardPicture] = {
    let table = EmbeddedResources.files.first { $0.name == "picture.tsv" }?.text ?? ""
    let pictures = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return cells.count == 5
        ? CardPicture(name: cells[0], rows: Array(cells[1...3]), strokes: cells[4]) : nil
    }
    return Dictionary(pictures.map { ($0.name, $0) }) { first, _ in first }
  }()
}
