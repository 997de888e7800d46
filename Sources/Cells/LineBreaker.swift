/// Breaks one paragraph into lines.
struct LineBreaker {
  /// What stays together on a line: a character, a word, a number.
  private struct Unit {
    var range: Range<Substring.Index>
    var columns: Int
    var first: Character
    var last: Character
  }

  private let paragraph: Substring
  private let columns: Int
  private let width: CellWidth
  private var units: [Unit] = []

  init(_ paragraph: Substring, columns: Int, width: CellWidth) {
    self.paragraph = paragraph
    self.columns = columns
    self.width = width
    let clusters = ShownText(paragraph, width: width).clusters
    for (index, cluster) in zip(paragraph.indices, clusters) {
      let character = paragraph[index]
      let end = paragraph.index(after: index)
      if let unit = units.last, Kinsoku.isOneUnit(unit.last, character) {
        units[units.count - 1].range = unit.range.lowerBound..<end
        units[units.count - 1].columns += cluster.columns
        units[units.count - 1].last = character
      } else {
        units.append(
          Unit(range: index..<end, columns: cluster.columns, first: character, last: character))
      }
    }
    joinBrackets()
  }

  /// So many columns in brackets stay on one line: (要確認) is read at a glance or not at all.
  private static let shortBrackets = 8

  private mutating func joinBrackets() {
    var index = 0
    while index < units.count {
      defer { index += 1 }
      guard "(（".contains(units[index].first) else { continue }
      var used = 0
      var end = index
      while end < units.count, used <= min(Self.shortBrackets, columns) {
        used += units[end].columns
        if ")）".contains(units[end].last) { break }
        end += 1
      }
      guard end > index, end < units.count, ")）".contains(units[end].last),
        used <= min(Self.shortBrackets, columns)
      else { continue }
      units[index].range = units[index].range.lowerBound..<units[end].range.upperBound
      (units[index].columns, units[index].last) = (used, units[end].last)
      units.removeSubrange(index + 1...end)
    }
  }

  /// The lines from the paragraph's start to its end, without gaps; one empty line for nothing.
  mutating func lines() -> [Range<String.Index>] {
    var lines: [Range<String.Index>] = []
    var start = paragraph.startIndex
    var first = 0
    var used = 0
    var next = 0
    func end(_ index: String.Index) {
      lines.append(start..<index)
      start = index
      used = 0
    }

    while next < units.count {
      let unit = units[next]
      if used + unit.columns <= columns {
        used += unit.columns
        next += 1
      } else if unit.first.isBlank {
        used = columns
        next += 1
      } else if next > first {
        first = lineBreak(before: next, after: first)
        end(units[first].range.lowerBound)
        next = first
      } else if let rest = split(next) {
        end(rest)
      } else {
        used += unit.columns
        next += 1
      }
    }
    end(paragraph.endIndex)
    return lines
  }

  /// The unit that starts the next line: `next`, or one a little before it so that the rules are
  /// kept; `next` where they cannot be.
  private func lineBreak(before next: Int, after first: Int) -> Int {
    let earliest = max(first + 1, next - Kinsoku.mostPushed)
    guard earliest <= next else { return next }
    return (earliest...next).last {
      Kinsoku.mayBreak(between: units[$0 - 1].last, and: units[$0].first)
    } ?? next
  }

  /// Cuts off as much of a unit as a whole line holds.
  ///
  /// - Returns: Where the rest of the unit starts; nil where it is one character, which is not cut.
  private mutating func split(_ index: Int) -> String.Index? {
    let text = paragraph[units[index].range]
    let shown = ShownText(text, width: width, limit: columns)
    let head = max(1, shown.fitting(columns).clusters)
    let rest = text.index(text.startIndex, offsetBy: head)
    guard rest < text.endIndex else { return nil }
    units[index].range = rest..<text.endIndex
    units[index].columns -= shown.clusters.prefix(head).reduce(0) { $0 + $1.columns }
    units[index].first = text[rest]
    return rest
  }
}
