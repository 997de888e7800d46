import Cells
import Labels
import Widgets

/// Asks under which name something goes into a file, and what else where that name cannot be.
struct ExportBox: DeskPage {
  private(set) var export: FileExport
  private var input: TextInput
  /// Why it was not written under the name before.
  private var fault: String?

  init(_ export: FileExport) {
    self.export = export
    input = TextInput(export.path)
  }

  /// After it could not be written; a name that is taken gets a number, which can be taken as it is.
  init(_ export: FileExport, _ fault: FileFault, at place: FilePlace, _ words: Words) {
    self.export = export
    input = TextInput(fault == .exists ? export.path.numberedOn : export.path)
    self.fault = words("export.fault.\(fault.rawValue)", place.name, place.folder)
  }

  static let mode = KeyMode(
    "fileName", takesText: true,
    [
      ModeKey(.writeFile, "Enter Ctrl-S", hint: 0),
      ModeKey(.leaveBox, KeyMode.leaving, hint: 1),
      ModeKey(.allFields, "Tab", hint: 2),
    ])

  /// The name of a paper, of which there can be a proof.
  static let paperMode = KeyMode(
    "paperName", takesText: true,
    mode.keys.filter { $0.action != .allFields } + [ModeKey(.proofCopy, "Tab", hint: 2)])

  var id: PageID { .work }
  var mode: KeyMode? { export.isProof == nil ? Self.mode : Self.paperMode }

  mutating func press(_ key: Key, _ scene: Scene) -> [Deed]? {
    switch mode?.meaning(of: key)?.action {
    case .leaveBox: return [.close]
    case .writeFile: return write(scene.words)
    case .allFields:
      export.turnFields()
      return []
    case .proofCopy:
      export.turnProof()
      return []
    default:
      _ = input.update(key)
      fault = nil
      return []
    }
  }

  mutating func paste(_ text: String, _ scene: Scene) -> [Deed]? {
    input.paste(text)
    fault = nil
    return []
  }

  private mutating func write(_ words: Words) -> [Deed] {
    let path = input.text.trimmedBlanks
    guard !path.isEmpty else {
      fault = words("export.noName")
      return []
    }
    export.path = path
    return [
      .close, .show(.page(PageBox(WorkPage(title: words("export.writing"))))),
      .ask(.export(export)),
    ]
  }

  func draw(into frame: inout Frame, _ scene: Scene) {
    let region = scene.region
    let rows = min(6, region.rows)
    let inside = Panel(title: scene.words("report.intoFile")).draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - rows - 1, column: region.column, rows: rows,
        columns: region.columns))
    if let fields = export.fields {
      let key = export.hasAllFields ? "export.fields.all" : "export.fields.shown"
      frame.put(
        scene.words(key, String(fields.count)), at: inside.position(row: 1),
        columns: inside.columns)
    }
    if let isProof = export.isProof {
      frame.put(
        scene.words(isProof ? "export.proof.on" : "export.proof.off"),
        at: inside.position(row: 1), columns: inside.columns)
    }
    let label = scene.words("export.name") + "  "
    let used = frame.put(label, at: inside.origin, columns: inside.columns, role: .muted)
    frame.put(
      fault ?? scene.words("export.where"), at: inside.position(row: 2), columns: inside.columns,
      role: fault == nil ? .muted : .error)
    input.draw(into: &frame, in: inside.line(0).inset(left: used), role: .field, isFocused: true)
  }
}

extension String {
  /// The name of a file with the next number: `cases_2.csv`, `cases_3.csv`; a day in it is none.
  fileprivate var numberedOn: String {
    let slash = lastIndex(of: "/").map { index(after: $0) } ?? startIndex
    let dot = self[slash...].lastIndex(of: ".") ?? endIndex
    let (stem, suffix) = (self[..<dot], self[dot...])
    guard let line = stem[slash...].lastIndex(of: "_"),
      let number = Int(stem[stem.index(after: line)...]), (2..<1000).contains(number)
    else { return "\(stem)_2\(suffix)" }
    return "\(stem[..<line])_\(number + 1)\(suffix)"
  }
}
