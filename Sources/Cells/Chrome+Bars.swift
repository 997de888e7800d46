/// What pictures are made of: bars of blocks and shades, and of ASCII where a terminal has no others.
extension Chrome {
  /// How much of a cell is dark.
  package enum Shade: CaseIterable, Sendable {
    case light, medium, dark
  }

  package func shade(_ shade: Shade) -> String {
    switch (self, shade) {
    case (.plain, .light): ":"
    case (.plain, .medium): "?"
    case (.plain, .dark): "-"
    case (.line, .light): "░"
    case (.line, .medium): "▒"
    case (.line, .dark): "▓"
    }
  }

  /// Where nothing stands and something could.
  package var free: String { self == .plain ? "." : "·" }

  /// The steps of a cell that a bar is exact to.
  package static let steps = 8

  private static let lying = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let standing = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A lying bar of so much of some cells, to an eighth of one; in ASCII whole cells.
  ///
  /// What is not nothing is seen, and only what is whole fills all cells.
  package func bar(_ share: Double, in cells: Int) -> String {
    guard share > 0, cells > 0 else { return "" }
    let steps = min(cells * Self.steps, Int((share * Double(cells * Self.steps)).rounded(.down)))
    guard self == .line else {
      return String(repeating: bar, count: max(1, steps / Self.steps))
    }
    let part = max(1, steps)
    return String(repeating: bar, count: part / Self.steps) + Self.lying[part % Self.steps]
  }

  /// One cell of a standing bar that is filled from its foot so many eighths.
  package func column(_ level: Int) -> String {
    guard self == .plain else { return Self.standing[min(max(0, level), Self.steps)] }
    return level < 1 ? " " : level < 6 ? halfBar : bar
  }

  /// Everything that pictures are drawn with.
  var blocks: [String] {
    Shade.allCases.map(shade) + [free] + Self.lying.dropFirst() + Self.standing
  }
}
