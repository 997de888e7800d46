internal import Cells
internal import Labels

/// The frame as lines to be heard: its words without what is drawn around them.
struct LinearFrame {
  private let frame: Frame
  private let words: Words
  private let layout: Layout

  init(_ desk: Desk) {
    frame = desk.draw()
    words = desk.words
    layout = desk.layout
  }

  /// Where somebody is.
  var cursorRow: Int { frame.cursor.row }

  /// A row, its columns one after the other, and at its end what its colours say of it.
  func text(_ row: Int) -> String {
    guard (0..<frame.size.rows).contains(row) else { return "" }
    var text = ""
    var roles: Set<Role> = []
    for column in 0..<frame.size.columns {
      let cell = frame[row, column]
      // Lines are not read, nor the mark of the row one is at.
      let isDrawn = cell.role == .rule || column == 0 && cell.text == frame.chrome.selected
      text += isDrawn ? " " : cell.text
      if !isDrawn, cell.text != " " { roles.insert(cell.role) }
    }
    var pieces = Self.pieces(of: text)
    if let first = pieces.first, first.hasPrefix(frame.chrome.fold(isOpen: false) + " ") {
      pieces.append(words("linear.closed"))
    }
    pieces = pieces.map(spoken).filter { !$0.isEmpty }
    return Self.joined(pieces + (Self.alarm(roles).map { [words($0)] } ?? []), words)
  }

  /// Without the signs that open and close a heading, and without bars.
  private func spoken(_ piece: String) -> String {
    let words = piece.split(separator: " ")
    return words.enumerated().filter { index, word in
      let isSaid = word.contains { $0.isLetter || $0.isNumber }
      return isSaid || word.count < 3 && (index > 0 || !folds.contains(String(word)))
    }.map { $1 }.joined(separator: " ")
  }

  private var folds: [String] { [true, false].map(frame.chrome.fold(isOpen:)) }

  /// The columns of a row.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var blanks = 0
    for character in text {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks > 1, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      } else if blanks == 1, !piece.isEmpty {
        piece.append(" ")
      }
      blanks = 0
      piece.append(character)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces.filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  static func joined(_ pieces: [String], _ words: Words) -> String {
    pieces.filter { !$0.isEmpty }.joined(separator: words("list.separator"))
  }

  /// The label key of what the colours of a row warn of; nil where they do not.
  private static func alarm(_ roles: Set<Role>) -> String? {
    roles.contains(.lost) ? "linear.lost" : roles.contains(.error) ? "linear.alert" : nil
  }

  /// The label key of how much the roles of days press; nil where they do not.
  static func pressing(_ roles: some Sequence<Role>) -> String? {
    let roles = Set(roles)
    if roles.contains(.lost) || roles.contains(.error) { return "linear.over" }
    return roles.contains(.urgent) ? "linear.urgent" : nil
  }

  /// Everything between the screens and the hints, row by row.
  var all: [String] {
    (layout.criteria.row..<layout.status.row).map(text).filter { !$0.isEmpty }
  }

  /// The first row of the page that says something.
  var first: String { all.first ?? "" }
}
