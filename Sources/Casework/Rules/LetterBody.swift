/// The text of a letter as it is written, and what in it could not be filled.
///
/// It is mustache with little of it: `{{case.nameRoman}}`, `{{#case.phone}}…{{/case.phone}}` for where it
/// is known, `{{^case.phone}}…` for where it is not, `{{#started}}…{{/started}}` for each record of a
/// list, `{{! a remark}}`. No other file, no program, no other signs: what stands in the text is all
/// that it does. What this lets pass the library that fills it reads, which a test holds.
package struct LetterBody: Sendable {
  /// The names in it, each once, as they first stand there.
  package private(set) var names: [PaperName] = []
  package private(set) var problems: [FieldProblem] = []

  private let recipient: LetterRecipient?
  private var open: [(name: String, line: Int, isList: Bool)] = []
  private var line = 1

  /// More are for nobody to read.
  private static let deepest = 8

  package init(_ text: String, to recipient: LetterRecipient?) {
    self.recipient = recipient
    for part in Self.readable(text).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      read(part)
      line += 1
    }
    for left in open { note(.letterOpen, .text(left.name), at: left.line) }
  }

  /// What stands around values while a text is filled, and so in none.
  package static let marks: (open: Character, close: Character) = ("\u{2}", "\u{3}")

  /// A text without these: what it is read by and what it is filled by are the same characters.
  package static func readable(_ text: String) -> String {
    text.filter { $0 != marks.open && $0 != marks.close }
  }

  private mutating func note(
    _ code: FieldProblem.Code, _ argument: FieldProblem.Argument...,
    at line: Int? = nil
  ) {
    var problem = FieldProblem(\LetterTemplate.body, code)
    problem.arguments = [.number(line ?? self.line)] + argument
    problems.append(problem)
  }

  private mutating func read(_ text: Substring) {
    var rest = text
    while let start = rest.firstRange(of: "{{") {
      if rest[..<start.lowerBound].contains("}}") { note(.letterTag, .text("}}")) }
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else {
        return note(.letterTag, .text("{{\(rest.prefix(Self.shown))"))
      }
      take(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    if rest.contains("}}") { note(.letterTag, .text("}}")) }
  }

  private static let shown = 30

  /// What stands between the braces.
  private mutating func take(_ tag: String) {
    let sign = tag.first
    if sign == "!" { return }
    let isSection = sign == "#" || sign == "^"
    let name = (isSection || sign == "/" ? String(tag.dropFirst()) : tag).withoutBlanks
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == ".") }) else {
      return note(.letterTag, .text("{{\(tag.prefix(Self.shown))}}"))
    }
    if sign == "/" { return close(name) }
    if PaperName.lists[name] != nil {
      guard isSection else { return note(.letterList, .text(name)) }
    } else if let known = PaperName.named(name, in: openList) {
      note(known)
    } else {
      note(.letterName, .text(name))
    }
    guard isSection else { return }
    open.append((name, line, sign == "#" && PaperName.lists[name] != nil))
    if open.count > Self.deepest { note(.letterDeep) }
  }

  private var openList: String? { open.last(where: \.isList)?.name }

  private mutating func close(_ name: String) {
    guard let last = open.last, last.name == name else {
      return note(.letterClosed, .text(name))
    }
    open.removeLast()
  }

  private mutating func note(_ name: PaperName) {
    if let recipient, !recipient.mayBeTold(name.withheldBy) {
      note(.letterKept, .text(name.text), .label(recipient.labelKey))
    }
    if !names.contains(name) { names.append(name) }
  }
}

extension String {
  /// Without the blanks at both ends.
  fileprivate var withoutBlanks: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
