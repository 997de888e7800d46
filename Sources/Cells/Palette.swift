/// Which colours the roles have.
package struct Palette: Hashable, Sendable {
  package enum Scheme: String, CaseIterable, Sendable {
    case dark, light
    /// Colours that can be read on black and on white, for who knows neither.
    case either
    /// The first sixteen, which each terminal mixes by itself.
    case sixteen
    /// No colour at all.
    case plain
  }

  package let scheme: Scheme
  /// What the terminal shows behind everything.
  let background: Colour

  /// - Parameter background: nil for black, and for white where it is light.
  package init(_ scheme: Scheme, background: Colour? = nil) {
    self.scheme = scheme
    self.background = background ?? (scheme == .light ? .white : .black)
  }

  /// The least contrast of what is read.
  package static let readable = 4.5

  /// Whether a colour tells how much something presses; else marks in the text have to.
  package var tellsUrgency: Bool { scheme != .plain }

  package func style(_ role: Role, on ground: Ground) -> CellStyle {
    switch scheme {
    case .plain: Self.plain(role, on: ground)
    case .sixteen: Self.sixteen(role, on: ground)
    case .dark, .light, .either: coloured(role, on: ground)
    }
  }

  private func coloured(_ role: Role, on ground: Ground) -> CellStyle {
    let isLight = scheme == .light
    var style = CellStyle()
    style.isBold = [.heading, .selected, .lost, .taken].contains(role)
    // Without a background to go by, these are cheaper and as clear without a colour.
    let isOwn = scheme != .either || role == .lost || role == .taken
    let own = isOwn ? Self.papers[role] : nil
    style.paper = (own ?? Self.grounds[ground])?.of(isLight)
    if scheme == .either, style.paper == nil {
      if role == .error { style.isBold = true }
      if role == .field { style.isUnderlined = true }
      if role == .selected { (style.isBold, style.isReversed) = (false, true) }
      style.ink = Self.either[role]
      return style
    }
    // The terminal's own text on the terminal's own background.
    if style.paper == nil, role == .plain || role == .heading { return style }
    let behind = style.paper.map(Colour.init(xterm:)) ?? background
    let inks = Self.inks(of: role, isLight)
    style.ink =
      inks.first { Colour(xterm: $0).contrast(with: behind) >= Self.readable } ?? inks.last
    return style
  }

  /// Of a role each colour that it may have, the one it likes best first; where the ground leaves it
  /// too little contrast the next.
  private static func inks(of role: Role, _ isLight: Bool) -> [Int] {
    switch role {
    case .plain, .field: isLight ? [236, 234, 16] : [252, 255, 231]
    case .heading: isLight ? [16] : [231]
    case .selected, .lost, .taken: [231]
    case .muted: isLight ? [242, 240, 238, 236] : [245, 248, 250, 252]
    case .rule: isLight ? [250] : [239]
    case .accent: isLight ? [25, 24, 18] : [75, 117, 153]
    case .error: isLight ? [160, 124, 88, 52] : [203, 210, 217, 224]
    case .urgent: isLight ? [130, 94, 52] : [215, 222]
    case .warning: isLight ? [94, 58, 52] : [222, 229]
    case .good: isLight ? [28, 22] : [114, 157]
    case .begun: isLight ? [24, 23] : [117, 153]
    case .underway: isLight ? [96, 95, 53] : [180, 223]
    case .offDay: isLight ? [125, 89, 52] : [175, 218, 224]
    }
  }

  /// The number of a colour on a dark background and on a light one.
  private struct Pair: Sendable {
    let dark: Int?
    let light: Int?
    static func both(_ number: Int?) -> Pair { Pair(dark: number, light: number) }
    func of(_ isLight: Bool) -> Int? { isLight ? light : dark }
  }

  /// Of the roles that bring their own.
  private static let papers: [Role: Pair] = [
    .lost: .both(124), .selected: .both(25), .field: Pair(dark: 236, light: 254),
    .taken: .both(24),
  ]

  private static let grounds: [Ground: Pair] = [
    .bar: Pair(dark: 236, light: 254), .selected: Pair(dark: 237, light: 253),
    .marked: Pair(dark: 17, light: 189), .banner: Pair(dark: 52, light: 224),
  ]

  /// The few colours whose contrast holds on black and on white.
  private static let either: [Role: Int] = [
    .muted: 243, .rule: 243, .accent: 63, .error: 131, .urgent: 131, .good: 29, .begun: 63,
    .underway: 98, .offDay: 131,
  ]

  private static func sixteen(_ role: Role, on ground: Ground) -> CellStyle {
    var style = CellStyle()
    switch role {
    case .plain: break
    case .heading: style.isBold = true
    case .muted, .rule: style.isDim = true
    case .accent, .begun: style.ink = 6
    case .error: (style.ink, style.isBold) = (1, true)
    case .urgent: style.ink = 1
    case .warning, .underway: style.ink = 3
    case .good: style.ink = 2
    case .lost: (style.ink, style.paper, style.isBold) = (7, 1, true)
    case .selected: style.isReversed = true
    case .field: style.isUnderlined = true
    case .taken: (style.ink, style.paper) = (7, 4)
    case .offDay: style.ink = 5
    }
    switch ground {
    case .none, .bar: break
    case .selected: style.isReversed = ![.lost, .taken].contains(role)
    case .marked: style.isUnderlined = true
    case .banner: (style.ink, style.paper, style.isBold) = (7, 1, true)
    }
    return style
  }

  private static func plain(_ role: Role, on ground: Ground) -> CellStyle {
    var style = CellStyle()
    switch role {
    case .plain, .good, .begun, .underway: break
    case .offDay: style.isUnderlined = true
    case .taken: style.isReversed = true
    case .heading, .urgent, .warning: style.isBold = true
    case .muted, .rule: style.isDim = true
    case .accent: (style.isBold, style.isUnderlined) = (true, true)
    case .error: style.isBold = true
    case .lost: (style.isBold, style.isReversed) = (true, true)
    case .selected: style.isReversed = true
    case .field: style.isUnderlined = true
    }
    switch ground {
    case .none, .bar: break
    case .selected: style.isReversed.toggle()
    case .marked: style.isUnderlined = true
    case .banner: (style.isBold, style.isReversed) = (true, true)
    }
    return style
  }
}
