internal import Casework
internal import Cells
internal import Fold
internal import Labels
internal import Widgets
internal import Wording

/// A list of the wizard to choose from by what is typed.
struct SheetChoice: Hashable, Sendable {
  /// What was taken.
  enum Taken: Hashable, Sendable {
    case column(Int, String)
    case mend(SheetProblems.Line, Mend?)
    case kind(RecordKind)
    case sheet(String)
    case encoding(String)
  }

  private(set) var picker: ChoicePicker
  private var takes: [String: Taken] = [:]

  private init(
    _ title: String, _ items: [(taken: Taken, item: PickerView.Item, found: String)], _ words: Words
  ) {
    let options = items.enumerated().map { index, item in
      ChoicePicker.Option(
        item: item.item, found: Fold.key(item.found + " " + item.item.label), code: String(index))
    }
    for (index, item) in items.enumerated() { takes[String(index)] = item.taken }
    picker = ChoicePicker(
      .option, title: title, options: options, placeholder: words("picker.nothing"),
      breadth: .wide)
  }

  /// What was taken with a key; nil where nothing was.
  mutating func press(_ key: Key, in region: Region) -> Taken? {
    switch picker.view.update(key, in: region) {
    case .filtered: picker.narrow()
    case .taken(let row): return picker.option(at: row)?.code.flatMap { takes[$0] }
    default: break
    }
    return nil
  }

  mutating func paste(_ text: String) {
    _ = picker.view.paste(text)
    picker.narrow()
  }

  // MARK: What a column is

  init(column: Int, of shape: SheetShape, _ kind: RecordKind, _ scene: Scene) {
    let words = scene.words
    let languages = [words] + scene.otherWords
    let description = RecordDescription.of(kind)
    let vias = Set(description.lenders.map(\.via))
    let parts = description.identity.names.isEmpty ? [] : SheetColumn.nameParts
    let names =
      description.fields.filter { $0.isWritable && !vias.contains($0.name) }.map(\.name)
      + parts + description.parts.map(\.name).filter { description[$0]?.isWritable != true }
    let note = PickerView.Item(label: words("sheet.use.note"))
    let items = names.map { name in
      let holder = shape.columns.first { $0.use.stableName == name }
      return (
        taken: Taken.column(column, name),
        item: PickerView.Item(
          label: SheetColumnText(words).label(of: name, in: kind),
          detail: holder.map { words("sheet.columnNow", $0.letters) } ?? ""),
        found: ([name] + languages.map { SheetColumnText($0).label(of: name, in: kind) })
          .joined(separator: " ")
      )
    }
    let heading = shape.columns.indices.contains(column) ? shape.columns[column] : nil
    self.init(
      words("sheet.whichField", heading?.letters ?? "", heading?.heading ?? ""),
      [(taken: .column(column, SheetChoices.noField), item: note, found: "-")] + items, words)
  }

  // MARK: What becomes of cells

  init(mending line: SheetProblems.Line, _ kind: RecordKind, _ scene: Scene) {
    let words = scene.words
    let (group, text) = (line.group, line.text)
    var items: [(taken: Taken, item: PickerView.Item, found: String)] = []
    func add(_ mend: Mend, _ label: String, about: String = "", found: String = "") {
      items.append((.mend(line, mend), PickerView.Item(label: label, about: about), found))
    }
    let facts = SheetProblems.facts(of: group.reason.field, in: kind)
    let values = group.ways.contains(.value) ? facts.map { Self.values(of: $0, scene) } ?? [] : []
    let only = text ?? (group.texts.count == 1 ? group.texts.first : nil)
    if let near = only?.near, let value = values.first(where: { $0.code == near }) {
      add(.value(near), words("sheet.mend.value", value.label))
    }
    for way in group.ways where way != .value {
      let mend: Mend =
        switch way {
        case .create: .create
        case .note: .note
        case .empty: .empty
        case .leaveOut, .value: .leaveOut
        }
      add(
        mend, words("sheet.mend.\(way.rawValue)"), about: words("sheet.mend.\(way.rawValue).help"))
    }
    for value in values where value.code != only?.near {
      add(.value(value.code), words("sheet.mend.value", value.label), found: value.found)
    }
    self.init(
      only.map { words("sheet.whichMend", $0.text, String($0.rows)) }
        ?? words("sheet.whichMendAll", String(group.rows)), items, words)
  }

  /// The values of a list, or of a flag, each found in either language.
  private static func values(
    of facts: FieldFacts, _ scene: Scene
  ) -> [(code: String, label: String, found: String)] {
    let languages = [scene.words] + scene.otherWords
    guard let catalogue = facts.shape.catalogue else {
      return ["true", "false"].map { code in
        (
          code, scene.words("flag.\(code)"),
          languages.map { $0("flag.\(code)") }.joined(separator: " ")
        )
      }
    }
    return catalogue.codes.map { code in
      let key = catalogue.labelKey(code)
      let found = languages.flatMap { [$0(key), $0.text(ifAny: key + ".reading") ?? ""] }
      return (code, scene.words(key), ([code] + found).joined(separator: " "))
    }
  }

  // MARK: What the sheet is

  init(kinds current: RecordKind, _ scene: Scene) {
    let words = scene.words
    let languages = [words] + scene.otherWords
    let kinds = RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore }
    self.init(
      words("sheet.whichKind"),
      kinds.map { kind in
        let key = "kind.\(kind.rawValue).plural"
        return (
          .kind(kind), PickerView.Item(label: words(key)),
          (languages.map { $0(key) } + [kind.plural]).joined(separator: " ")
        )
      }, words)
  }

  /// Another sheet of the workbook, or another encoding of the text.
  init(otherwise shape: SheetShape, _ words: Words) {
    switch shape.source {
    case .sheet: self.init(sheets: shape.otherwise, words)
    case .encoding: self.init(encodings: shape.otherwise, words)
    }
  }

  private init(sheets names: [String], _ words: Words) {
    self.init(
      words("sheet.whichSheetTitle"), names.map { (.sheet($0), PickerView.Item(label: $0), "") },
      words)
  }

  private init(encodings names: [String], _ words: Words) {
    self.init(
      words("sheet.whichEncodingTitle"),
      names.map { (.encoding($0), PickerView.Item(label: words("encoding.\($0)")), $0) }, words)
  }

  /// What is to be chosen before a file can be read; nil where nothing is.
  init?(_ fault: SheetFault, _ words: Words) {
    switch fault {
    case .other: return nil
    case .whichSheet(let names): self.init(sheets: names, words)
    case .whichEncoding(let names): self.init(encodings: names, words)
    }
  }
}
