import Cells
import Labels
import TestSupport
import Testing

/// Two readings of the same bytes: what the desk drew, and what an emulator made of it.
@Suite struct DeskWalkTests {
  static let terminals = ["xterm-256color", "tmux-256color", "vt100"]
  /// Every terminal, language and size, each with some of the others.
  static let views: [(terminal: String, language: LabelLanguage, size: Size)] = [
    ("xterm-256color", .ja, Size(rows: 24, columns: 80)),
    ("xterm-256color", .en, Size(rows: 40, columns: 140)),
    ("tmux-256color", .en, Size(rows: 24, columns: 80)),
    ("vt100", .ja, Size(rows: 40, columns: 140)),
  ]

  @Test(arguments: views)
  func `the terminal shows each frame of a long walk`(
    view: (terminal: String, language: LabelLanguage, size: Size)
  ) throws {
    let desk = try DeskRun(view.terminal, view.language, view.size)
    for part in Self.walk { try desk.type(part) }
    try desk.paste("貼り付けた文\n二行目")
    try desk.type("2rn")
    try desk.paste("مُحَمَّد 葛\u{E0100}城\n二行目 e\u{301}te\u{301}")
    for size in Self.sizes { try desk.resize(to: size) }
    try desk.resize(to: view.size)
    try desk.type("<Ctrl-L><Esc>")
    desk.terminal.type("Q")
    #expect(try desk.terminal.waitForExit() == .code(0))
  }

  @Test(
    arguments: ["--lines", "--slow"], [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)])
  func `the terminal shows each frame in each look`(look: String, size: Size) throws {
    let desk = try DeskRun("xterm-256color", .ja, size, look: look)
    for part in Self.walk { try desk.type(part) }
    desk.terminal.type("Q")
    #expect(try desk.terminal.waitForExit() == .code(0))
  }

  @Test(
    arguments: [nil, "--lines", "--slow"],
    [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 20, columns: 60)])
  func `the terminal shows each picture in each look`(look: String?, size: Size) throws {
    let desk = try DeskRun("xterm-256color", .ja, size, look: look)
    for part in Self.pictures { try desk.type(part) }
    desk.terminal.type("Q")
    #expect(try desk.terminal.waitForExit() == .code(0))
  }

  /// Stays, months, boards, bars and numbers.
  private static let pictures = [
    "3pjjl<Tab>+--T<Esc>", "4p<Home><Tab><Tab><Esc>", "5pjllhk<Esc>", "6jjj<Tab>", "8Pplj<Esc>",
    "8Bpjj<Esc>", "8Fpj<Esc>", "8Cpj<Esc>", "8Jp<Tab><Esc>", "2<Enter>jj<Esc>",
  ]

  /// From every screen through everything that can be opened on it.
  private static let walk = [
    "jjkG<Home><PgDn><PgUp>", "xwn<Esc>", "A<Down><Up><Esc>", "<Ctrl-L>",
    "2jjj<Up>kGgg", "<Space><Space>V<Esc>", "tltl", "s<Esc>sbS", "fs<Down><Down><Enter>fc",
    "/ファ<BS><BS>アフマド<Enter><Esc>", "/zzz<Esc>",
    "<Enter>jjJK<Tab>jk<Enter><Esc><Esc><Esc>", "jtx<Esc><Esc>",
    // A form with Japanese typed into its fields, more than they can show, and taken back.
    "rc<Tab><Tab><Tab>", "面談のあと、電話で近況を聞いた。ｶﾞｷﾞｸﾞ half Nguyễn 𠮷野 髙﨑", "<Left><Left><BS><Del>",
    "<Home>あ<End>",
    "<Ctrl-W><Ctrl-U>", "<Up><Up><Up>", "<Space><Down><Down><Up>対<BS><Esc>",
    "<Ctrl-S><Tab><Tab>", "<Tab><Tab><Tab><Tab>", "長い文章を書いていくと、欄の右の端で折り返して、次の行に続く。",
    "<Enter>二行目<Enter>三行目<Enter>四行目<Up><Up><Left>",
    "<Esc>", "rn<Esc>", "e<Tab><Tab>変更<S-Tab><Esc>",
    "rf10/3<Ctrl-U>R8.12.1<Ctrl-U>2/30<Ctrl-S><Esc>",
    "rs<Space><Esc><Esc>", "rh<Space>佐藤<Esc><Esc>", "rj<Esc>",
    "mz", "jma<Esc>", "mh2026-12-01<Enter>家族の都合<Ctrl-S>", "m<Esc>r<Esc>g<Esc>t<Esc>f<Esc>",
    "?jじょう<BS><BS><BS><BS><Down><Down><Esc>", ":ほーむ<Down><Esc>", "?<PgDn><PgDn><Esc>",
    "3aテスト<Tab><Tab><Esc>", "4a<Esc>", "5a<Esc>", "8<Esc>8h8eaあ<Esc>8v]][[", "u", "qn", "q<Enter>",
    "1G<Enter><Tab><Esc><Esc>", "é漢x<Esc>",
  ]

  /// Wider, higher, narrow enough for a card, too small, and a single cell.
  private static let sizes = [
    Size(rows: 50, columns: 200), Size(rows: 20, columns: 60), Size(rows: 10, columns: 40),
    Size(rows: 6, columns: 30), Size(rows: 1, columns: 2), Size(rows: 24, columns: 109),
    Size(rows: 24, columns: 110),
  ]

  @Test(arguments: terminals, [1, 2] as [UInt64])
  func `the terminal shows each frame of a walk at random`(terminal: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let desk = try DeskRun(terminal, .ja, Size(rows: 24, columns: 80))
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .control("c"), .control("w"), .control("u"), .control("k"),
      .control("l"),
    ]
    // Without the keys that lead to the end: y, Q, and the commands of help and palette.
    let letters = Array("acefhijklmnoprstuvwxGJKSVA123458/[].,漢字かなｶﾞأé")
    for _ in 0..<250 {
      switch Int.random(in: 0..<40, using: &random) {
      case 0:
        let size = Size(
          rows: .random(in: 2...50, using: &random), columns: .random(in: 2...150, using: &random))
        if size != desk.terminal.size { try desk.resize(to: size) }
      case 1: try desk.paste("貼り付け\nأحمد x")
      case 2..<12: try desk.press(named[Int.random(in: named.indices, using: &random)])
      default: try desk.press(.character(letters[Int.random(in: letters.indices, using: &random)]))
      }
    }
  }
}
