import Casework
import Labels
private import Mustache

/// The text of a letter with what its names stand for, line by line.
struct LetterText {
  /// The raw value is what the printing program calls it.
  enum Style: String, Sendable {
    case text
    /// A line that begins with `# `.
    case title
    /// A line that begins with `> `: it stands at the right, as a day and a signature do.
    case trailing
    case blank
  }

  enum Part {
    case text(String)
    /// A name and what it stands for; what is not known is blank.
    case value(String, PaperValue)
  }

  struct Line {
    var style: Style
    var parts: [Part]
  }

  private(set) var lines: [Line] = []

  /// - Parameter body: one that `LetterBody` found nothing wrong with; of any other nothing is filled.
  init(_ body: String, _ facts: PaperFacts) {
    let told = Told(facts)
    // Whatever stands in a value is no mark and no name: it is put in once the lines are known.
    let readable = LetterBody.readable(body)
    guard let template = try? MustacheTemplate(string: Self.head + readable + "\n") else { return }
    let text = template.render(Name(told, ""))
    var rest = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while rest.last?.allSatisfy(\.isWhitespace) == true { rest.removeLast() }
    lines = rest.map { Line($0, told) }
  }

  /// Without it the signs of HTML would be written otherwise.
  private static let head = "{{% CONTENT_TYPE:TEXT}}\n"
}

extension LetterText.Line {
  fileprivate init(_ line: Substring, _ told: Told) {
    var rest = line
    var style = LetterText.Style.text
    for (mark, marked) in [("# ", LetterText.Style.title), ("> ", .trailing)]
    where rest.hasPrefix(mark) {
      rest = rest.dropFirst(mark.count)
      style = marked
      break
    }
    var parts: [LetterText.Part] = []
    while let open = rest.firstIndex(of: Told.open),
      let close = rest[open...].firstIndex(of: Told.close)
    {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      if let index = Int(rest[rest.index(after: open)..<close]), told.values.indices.contains(index)
      {
        let (name, value) = told.values[index]
        parts.append(.value(name, value))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.init(style: parts.isEmpty ? .blank : style, parts: parts)
  }
}

/// What was asked for while a text was filled, in the order in which it stands there.
private final class Told {
  /// Around the number of a value in the text.
  static let open = LetterBody.marks.open
  static let close = LetterBody.marks.close

  let facts: PaperFacts
  private(set) var values: [(String, PaperValue)] = []

  init(_ facts: PaperFacts) { self.facts = facts }

  func place(of name: String, _ value: PaperValue) -> String {
    values.append((name, value))
    return "\(Self.open)\(values.count - 1)\(Self.close)"
  }
}

/// A name, or the beginning of one, as the library that fills texts looks for it.
private struct Name: MustacheParent, MustacheCustomRenderable {
  let told: Told
  /// Empty for that which all others stand below.
  let path: String
  /// The record of a list, below `row`.
  let row: Card?

  init(_ told: Told, _ path: String, row: Card? = nil) {
    self.told = told
    self.path = path
    self.row = row
  }

  func child(named name: String) -> Any? {
    let path = path.isEmpty ? name : "\(path).\(name)"
    if PaperName.lists[path] != nil {
      return told.facts.subject.list(path).map { Name(told, "", row: $0) }
    }
    // What is no name is looked for further out, as within a section of another name.
    let isOfRow = path.split(separator: ".").first.map(String.init) == PaperName.row
    guard PaperName.isBegun(by: path), isOfRow == (row != nil) else { return nil }
    return Name(told, path, row: row)
  }

  private var value: PaperValue {
    var facts = told.facts
    facts.row = row
    return facts.value(path)
  }

  var renderText: String { told.place(of: path, value) }

  /// What is not known, and what is not so, opens no section.
  var isNull: Bool {
    let value = value
    return !value.isKnown || value.code == "false"
  }
}
