internal import Casework
internal import Cells
internal import Fold
internal import Labels
internal import Widgets
internal import Wording

/// Where the file of a sheet is typed, with the folders and sheets that go on as it is typed.
struct SheetPath: Hashable, Sendable {
  private(set) var view: PickerView
  private var entries: [SheetFile] = []
  /// The folder they are in, as it was typed, and by its whole path.
  private var folder: String?
  private var wholeFolder = ""
  private var shown: [SheetFile] = []
  /// Why what was typed could not be read.
  var fault: String?

  init(_ words: Words) {
    view = PickerView(title: words("sheet.file"), items: [], breadth: .wide)
  }

  var path: String { view.typed }

  /// What is typed up to the last slash, which is the folder, and behind it.
  private var parts: (folder: String, name: String) {
    let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return (String(path[..<end]), String(path[end...]))
  }

  /// The folder that is to be read; nil where it was.
  var wanted: String? { parts.folder == folder ? nil : parts.folder }

  mutating func take(
    _ entries: [SheetFile], of folder: String, _ whole: String, _ words: Words
  ) {
    guard folder == parts.folder else { return }
    self.folder = folder
    wholeFolder = whole
    self.entries = entries
    narrow(words)
  }

  /// Takes a key of text or of the list; true where what is typed is another.
  mutating func update(_ key: Key, in region: Region, _ words: Words) -> Bool {
    guard view.update(key, in: region) == .filtered else { return false }
    fault = nil
    narrow(words)
    return true
  }

  mutating func paste(_ text: String, _ words: Words) {
    // A file dropped on a terminal comes in quotes.
    let plain = text.trimmed.trimming("'").trimming("\"")
    _ = view.paste(plain)
    fault = nil
    narrow(words)
  }

  /// Goes on as the selected entry is called; false where there is none.
  mutating func complete(_ words: Words) -> Bool {
    guard let entry = selected else { return false }
    type(parts.folder + entry.name + (entry.isFolder ? "/" : ""), words)
    return true
  }

  mutating func type(_ text: String, _ words: Words) {
    view = PickerView(title: view.title, items: [], typed: text, breadth: .wide)
    fault = nil
    narrow(words)
  }

  /// The file that Enter means: the selected one, else what is typed; nil where that is a folder.
  mutating func chosen(_ words: Words) -> String? {
    guard let entry = selected else {
      return parts.name.isEmpty ? nil : path
    }
    _ = complete(words)
    return entry.isFolder ? nil : path
  }

  private var selected: SheetFile? {
    view.selected.flatMap { shown.indices.contains($0) ? shown[$0] : nil }
  }

  private mutating func narrow(_ words: Words) {
    let (folder, name) = parts
    guard folder == self.folder else {
      shown = []
      view.items = []
      view.placeholder = ""
      return
    }
    let typed = Fold.key(name)
    let found = entries.filter { typed.isEmpty || Fold.key($0.name).contains(typed) }
    // What begins so comes first, and exactly what is typed before all.
    shown =
      found.filter { $0.name == name } + found.filter { $0.name != name && begins($0, typed) }
      + found.filter { $0.name != name && !begins($0, typed) }
    view.items = shown.map { entry in
      PickerView.Item(
        label: entry.name + (entry.isFolder ? "/" : ""), detail: detail(entry, words))
    }
    view.placeholder = words("sheet.noFiles", wholeFolder)
  }

  private func begins(_ entry: SheetFile, _ typed: String) -> Bool {
    Fold.key(entry.name).hasPrefix(typed)
  }

  private func detail(_ entry: SheetFile, _ words: Words) -> String {
    guard !entry.isFolder else { return "" }
    let size = words("sheet.kilobytes", String(max(1, (entry.size + 1023) / 1024)))
    return [size, entry.day.map { ValueText(words).text($0) }].compactMap(\.self)
      .joined(separator: "  ")
  }

  /// What stands above the list: what can be typed, or why it could not be read.
  private func lead(_ columns: Int, _ scene: Scene) -> [String] {
    Array(
      scene.width.wrap(fault ?? scene.words("sheet.where"), to: max(1, columns - 4)).prefix(3))
  }

  /// Where the list stands.
  func list(in region: Region, _ scene: Scene) -> Region {
    region.inset(top: lead(region.columns, scene).count + 1)
  }

  func draw(into frame: inout Frame, _ scene: Scene, in region: Region) {
    for (row, line) in lead(region.columns, scene).enumerated() {
      frame.put(
        line, at: region.position(row: row, column: 2), columns: region.columns - 4,
        role: fault == nil ? .muted : .error)
    }
    view.draw(into: &frame, in: list(in: region, scene))
  }
}

extension String {
  fileprivate func trimming(_ quote: String) -> String {
    count > 1 && hasPrefix(quote) && hasSuffix(quote) ? String(dropFirst().dropLast()) : self
  }
}
