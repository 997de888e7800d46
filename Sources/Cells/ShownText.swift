/// A text as the terminal may see it: made safe, cut into cells, measured.
///
/// Every text takes this way into a frame and into every measure, so what is counted is what is
/// shown.
struct ShownText {
  /// What stands in one cell, or in two when it is wide.
  struct Glyph {
    var text: String
    var columns: Int
  }

  /// One character of the text; some need several cells (Burmese အော needs three).
  struct Cluster {
    var glyphs: Range<Int>
    var columns: Int
  }

  private(set) var glyphs: [Glyph] = []
  private(set) var clusters: [Cluster] = []
  private(set) var columns = 0

  /// The scalars joined to one cell beside its first: ncurses holds no more (CCHARW_MAX is 5).
  private static let mostJoined = 4

  /// Reads no further than the first character beyond `limit` columns, so that a long note in a
  /// narrow cell costs no more than the cell.
  init(_ text: some StringProtocol, width: CellWidth, limit: Int = .max) {
    for character in text {
      guard columns <= limit else { return }
      append(character, width)
    }
  }

  private mutating func append(_ character: Character, _ width: CellWidth) {
    let first = glyphs.count
    let before = columns
    if character == "\t" || character == "\n" || character == "\r\n" {
      open(" ", 1)
    } else if let code = character.asciiValue, 0x20..<0x7F ~= code {
      open(String(character), 1)
    } else {
      appendScalars(of: character, width)
    }
    clusters.append(Cluster(glyphs: first..<glyphs.count, columns: columns - before))
  }

  private mutating func appendScalars(of character: Character, _ width: CellWidth) {
    let first = glyphs.count
    var joined = 0
    var previous: Unicode.Scalar?
    for scalar in character.unicodeScalars {
      let before = previous
      previous = scalar
      switch ScalarSafety(scalar, after: before) {
      case .unseen: continue
      case .named:
        for digit in scalar.shownCode { open(String(digit), 1) }
        continue
      case .safe: break
      }
      let columns = width(scalar)
      if columns > 0 {
        open(String(scalar), columns)
        joined = 0
      } else if columns < 0 {
        let geta: Unicode.Scalar = "\u{3013}"
        width(geta) == 2 ? open(String(geta), 2) : open("?", 1)
        // What joins letters joins nothing to what stands in place of one.
        previous = nil
        joined = 0
      } else {
        if glyphs.count == first { open(" ", 1) }
        joined += 1
        if joined <= Self.mostJoined {
          glyphs[glyphs.count - 1].text.unicodeScalars.append(scalar)
        }
      }
    }
    if joined > Self.mostJoined { open("~", 1) }
  }

  private mutating func open(_ text: String, _ columns: Int) {
    glyphs.append(Glyph(text: text, columns: columns))
    self.columns += columns
  }
}

extension ShownText {
  /// The most clusters from the start that stay within so many columns, and what they take.
  func fitting(_ limit: Int) -> (clusters: Int, columns: Int) {
    var columns = 0
    for (index, cluster) in clusters.enumerated() {
      guard columns + cluster.columns <= limit else { return (index, columns) }
      columns += cluster.columns
    }
    return (clusters.count, columns)
  }
}
