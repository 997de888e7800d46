import Casework
import Labels
import Wording

/// Into what kind of file something goes: a letter each, and then its name.
struct ExportChoice {
  let scene: Scene
  private var words: Words { scene.words }

  /// The records of a list, as they stand on the screen.
  func list(_ query: ListQuery) -> [Deed] {
    let columns = ListColumns.fields(of: query.kind, for: scene.viewer).map(\.name)
    let name = "\(query.kind.plural)_\(scene.today)"
    let formats: [(Character, FileExport.ListFormat)] = [("c", .csv), ("x", .xlsx), ("j", .json)]
    return box(
      formats.map { letter, format in
        item(letter, "export.\(format.rawValue)", .list(query, columns: columns, format), name)
      })
  }

  /// The brief of a case, to read or to print.
  func brief(_ address: RecordAddress, number: String) -> [Deed] {
    let name = "\(number)_\(scene.today)"
    let formats: [(Character, FileExport.PageFormat)] = [("h", .html), ("t", .text)]
    return box(
      formats.map { letter, format in
        item(
          letter, "report.format.\(format.rawValue)",
          .brief(address, number: number, format), name)
      })
  }

  private func item(
    _ letter: Character, _ key: String, _ content: FileExport.Content, _ name: String
  ) -> LetterChoice.Item {
    LetterChoice.Item(letter, words(key), ask(FileExport(content, as: name, in: words.language)))
  }

  func box(_ items: [LetterChoice.Item]) -> [Deed] {
    [.show(.letters(LetterChoice(title: words("report.intoFile"), items)))]
  }

  /// Asks for the name, which begins as a sensible one.
  func ask(_ export: FileExport) -> [Deed] { [.show(.page(PageBox(ExportBox(export))))] }
}
