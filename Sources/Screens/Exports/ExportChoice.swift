import Casework
import Fold
import Labels
import Widgets
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

  /// What papers can be made of: with what their names begin, and what the person reads, which comes
  /// first among the languages.
  struct Printable {
    let about: PaperAbout
    let number: String
    var languages: [String] = []
    /// Of the organisation's own; they stand before what comes with the program.
    var letters: [PaperForm] = []
  }

  /// Papers: which, in which language where it has several, and then its name.
  func papers(_ printables: [Printable]) -> [Deed] {
    let options = printables.flatMap { printable in
      (printable.letters + printable.about.forms).map { form in
        let isOwn = form.body != nil
        return option(
          form.name(in: words.language), form.id, language(form, printable),
          detail: isOwn ? form.id : "")
      }
    }
    return picker(words("command.print"), options)
  }

  private func language(_ form: PaperForm, _ printable: Printable) -> [Deed] {
    func name(_ language: String) -> [Deed] {
      ask(
        FileExport(
          .paper(printable.about, form: form.id, language: language),
          as: "\(printable.number)_\(form.id)", in: words.language))
    }
    guard form.languages.count > 1 else { return name(form.languages.first ?? "") }
    // What is for staff comes in their own language first.
    let wanted = form.isForPerson ? printable.languages : [words.language.rawValue]
    let first = form.languages.filter(wanted.contains)
    let ordered = first + form.languages.filter { !first.contains($0) }
    return picker(
      form.name(in: words.language),
      ordered.map { option(words("language.\($0)"), $0, name($0)) })
  }

  private func option(
    _ label: String, _ id: String, _ deeds: [Deed], detail: String = ""
  ) -> ChoicePicker.Option {
    ChoicePicker.Option(
      item: PickerView.Item(label: label, detail: detail), found: Fold.key(label), keys: [id],
      deeds: deeds)
  }

  private func picker(_ title: String, _ options: [ChoicePicker.Option]) -> [Deed] {
    [
      .show(
        .picker(
          ChoicePicker(title: title, options: options, words)))
    ]
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
