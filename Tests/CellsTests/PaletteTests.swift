import Cells
import TestSupport
import Testing

@Suite struct `A palette` {
  /// What stands behind each pair of a role and a ground in a palette, and its text.
  private func expectReadable(_ palette: Palette, on background: Colour) {
    let own = background.luminance > 0.18 ? Colour.black : .white
    for role in Role.allCases where role != .rule {
      for ground in Ground.allCases {
        let style = palette.style(role, on: ground)
        let ink = style.ink.map(Colour.init(xterm:)) ?? own
        let paper = style.paper.map(Colour.init(xterm:)) ?? background
        let contrast = ink.contrast(with: paper)
        #expect(contrast >= Palette.readable, "\(palette.scheme) \(role) on \(ground): \(contrast)")
      }
    }
  }

  /// Black, and what people's themes have.
  static let nights = ["000000", "1c1c1c", "282828", "282a36", "002b36", "1e1e2e"]
  static let papers = ["ffffff", "fdf6e3", "fbf1c7", "eeeeee"]

  private func colour(_ hex: String) -> Colour {
    func level(_ index: Int) -> Double {
      let start = hex.index(hex.startIndex, offsetBy: index * 2)
      return Double(Int(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
    }
    return Colour(red: level(0), green: level(1), blue: level(2))
  }

  @Test(arguments: nights)
  func `can be read at night`(background: String) {
    expectReadable(Palette(.dark, background: colour(background)), on: colour(background))
  }

  @Test(arguments: papers)
  func `can be read on paper`(background: String) {
    expectReadable(Palette(.light, background: colour(background)), on: colour(background))
  }

  @Test func `can be read where nobody knows the background`() {
    expectReadable(Palette(.either), on: .black)
    expectReadable(Palette(.either), on: .white)
  }

  @Test(arguments: [Palette.Scheme.dark, .light])
  func `says one thing by one colour`(scheme: Palette.Scheme) {
    let telling: [Role] = [
      .plain, .muted, .accent, .error, .urgent, .warning, .good, .lost, .begun, .underway,
    ]
    for ground in [Ground.none, .selected] {
      let styles = telling.map { Palette(scheme).style($0, on: ground) }
      #expect(Set(styles).count == telling.count, "\(ground)")
    }
  }

  @Test func `without colour still tells a selected row and what is over`() {
    let plain = Palette(.plain)
    #expect(plain.style(.plain, on: .selected) != plain.style(.plain, on: .none))
    #expect(plain.style(.error, on: .selected) != plain.style(.plain, on: .selected))
    #expect(plain.style(.lost, on: .none) != plain.style(.error, on: .none))
    #expect(!plain.tellsUrgency)
  }

  @Test func `is chosen by what the terminal says, or by who looks`() {
    func scheme(_ facts: TerminalFacts, _ wish: Palette.Scheme? = nil) -> Palette.Scheme {
      var wishes = LookWishes()
      wishes.palette = wish
      return Appearance(wishes, on: facts, width: .system).palette.scheme
    }
    #expect(scheme(TerminalFacts(colours: 256)) == .either)
    #expect(scheme(TerminalFacts(colours: 256, background: .black)) == .dark)
    #expect(scheme(TerminalFacts(colours: 256, background: .white)) == .light)
    #expect(scheme(TerminalFacts(colours: 8, background: .white)) == .sixteen)
    #expect(scheme(TerminalFacts(colours: 0), .dark) == .plain)
    #expect(scheme(TerminalFacts(colours: 256, background: .white), .dark) == .dark)
  }

  @Test func `comes with lines where they are one cell wide, and is cheap where answers are late`()
  {
    func look(_ facts: TerminalFacts, _ wishes: LookWishes = LookWishes()) -> Appearance {
      Appearance(wishes, on: facts, width: .system)
    }
    #expect(look(TerminalFacts(colours: 256)).chrome == .plain)
    #expect(look(TerminalFacts(colours: 256, lineColumns: 1)).chrome == .line)
    #expect(look(TerminalFacts(colours: 256, lineColumns: 2)).chrome == .plain)
    #expect(!look(TerminalFacts(colours: 256, delay: 80)).isFrugal)
    #expect(look(TerminalFacts(colours: 256, delay: 900)).isFrugal)
    var wishes = LookWishes()
    (wishes.link, wishes.chrome) = (.slow, .line)
    #expect(look(TerminalFacts(colours: 256, delay: 5), wishes).isFrugal)
    #expect(look(TerminalFacts(colours: 256), wishes).chrome == .line)
  }
}

@Suite struct `A bar` {
  @Test func `is exact to an eighth of a cell, and in ASCII to a cell`() {
    #expect(Chrome.line.bar(0.5, in: 5) == "██▌")
    #expect(Chrome.line.bar(1, in: 3) == "███")
    #expect(Chrome.plain.bar(0.5, in: 5) == "==")
    // What is not nothing is seen; only what is whole fills all.
    for chrome in Chrome.allCases {
      #expect(chrome.bar(0, in: 5) == "")
      #expect(chrome.bar(0.0001, in: 5).count == 1)
      #expect(chrome.bar(0.999, in: 5) != chrome.bar(1, in: 5))
      #expect(chrome.bar(2, in: 5).count == 5)
    }
  }

  @Test func `stands on its foot, the higher the more`() {
    #expect((0...8).map(Chrome.line.column).joined() == " ▁▂▃▄▅▆▇█")
    #expect([0, 1, 5, 6, 8].map(Chrome.plain.column).joined() == " __==")
  }

  @Test func `is of ASCII where the locale draws one of its signs wide`() {
    for sign in ["▒", "▏", "▇", "·"] as [Unicode.Scalar] {
      let wide = CellWidth { $0 == sign ? 2 : CellWidth.system($0) }
      #expect(Chrome.line.fitting(wide) == .plain)
    }
  }
}
