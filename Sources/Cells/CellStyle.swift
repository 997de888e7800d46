/// How a terminal shows a cell.
package struct CellStyle: Hashable, Sendable {
  /// Of the 256 colours of xterm; nil for the terminal's own.
  package var ink: Int?
  package var paper: Int?
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isReversed = false

  package init(
    ink: Int? = nil, paper: Int? = nil, isBold: Bool = false, isDim: Bool = false,
    isUnderlined: Bool = false, isReversed: Bool = false
  ) {
    (self.ink, self.paper) = (ink, paper)
    (self.isBold, self.isDim) = (isBold, isDim)
    (self.isUnderlined, self.isReversed) = (isUnderlined, isReversed)
  }
}

/// A colour as light: how much of red, green and blue, from 0 to 1.
package struct Colour: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package static let black = Colour(red: 0, green: 0, blue: 0)
  package static let white = Colour(red: 1, green: 1, blue: 1)

  package init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// One of the last 240 of xterm's 256 colours, which every terminal shows alike.
  package init(xterm number: Int) {
    if number >= 232 {
      let grey = Double(8 + 10 * (number - 232)) / 255
      self.init(red: grey, green: grey, blue: grey)
      return
    }
    func step(_ index: Int) -> Double { Double(index == 0 ? 0 : 55 + 40 * index) / 255 }
    let cube = max(0, number - 16)
    self.init(red: step(cube / 36 % 6), green: step(cube / 6 % 6), blue: step(cube % 6))
  }

  /// How bright it is, as WCAG 2 has it.
  package var luminance: Double {
    func linear(_ value: Double) -> Double {
      value <= 0.04045 ? value / 12.92 : Self.power12over5((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// A number between 0 and 1 to the power of 2.4, by Newton's way to the fifth root.
  private static func power12over5(_ value: Double) -> Double {
    let square = value * value
    var root = value
    for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }

  /// From 1 to 21, as WCAG 2 has it; text is read with ease from 4.5 on.
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }
}
