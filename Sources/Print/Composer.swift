/// Lays one paper out on its pages.
struct Composer {
  let book: Book
  let type: Typeface
  let page = Page()
  private(set) var pages: [[Mark]] = [[]]
  private(set) var y: Double

  static let size = 10.5
  static let labelSize = 8.5
  static let smallSize = 8.0
  static let padding = 4.0

  /// The columns of the table that cells belong to.
  var columns: [Double] = []
  var headings: [String] = []
  /// Whether what stands above has lines around it, so that a text below keeps off.
  var isBelowGrid = false

  init(_ book: Book, _ type: Typeface) {
    (self.book, self.type) = (book, type)
    y = Page().top
  }

  var roomLeft: Double { page.bottom - y }
  var wholeRoom: Double { page.bottom - page.top }

  mutating func add(_ mark: Mark) { pages[pages.count - 1].append(mark) }
  mutating func move(by points: Double) { y += points }

  mutating func turnPage() {
    pages.append([])
    y = page.top
  }

  /// Turns the page where so much has no room on this one.
  mutating func need(_ height: Double) { if height > roomLeft, y > page.top { turnPage() } }

  /// Where something `width` wide begins that is so far from where lines begin.
  func place(_ offset: Double, _ width: Double) -> Double {
    type.isRightToLeft ? page.left + page.textWidth - offset - width : page.left + offset
  }

  func lay(
    _ text: String, size: Double = Composer.size, width: Double, side: Side = .leading,
    bold: Bool = false
  ) throws(PrintFailure) -> LaidText {
    try book.lay(text, type, size: size, width: width, side: side, bold: bold)
  }

  /// A text in lines that go on over the pages; no line stands alone where there are others.
  mutating func flow(
    _ text: String, size: Double = Composer.size, side: Side = .leading, bold: Bool = false,
    offset: Double = 0, grey: Double = 0
  ) throws(PrintFailure) {
    let width = page.textWidth - offset
    let laid = try lay(text, size: size, width: width, side: side, bold: bold)
    var first = 0
    while first < laid.lines {
      var count = laid.count(from: first, within: roomLeft)
      if count < min(2, laid.lines - first) {
        if y > page.top {
          turnPage()
          continue
        }
        count = max(count, 1)
      }
      // The last line does not go over alone.
      if laid.lines - first - count == 1, count > 2 { count -= 1 }
      add(
        .text(laid, first: first, count: count, x: place(offset, width), y: y, grey: grey))
      y += laid.height(first, count)
      first += count
      if first < laid.lines { turnPage() }
    }
  }

  /// The foot of every page, with its number among them.
  mutating func finish(_ footer: String) throws(PrintFailure) {
    let numberWidth = 60.0
    let at = page.bottom + 14
    for index in pages.indices {
      let foot = try lay(
        footer, size: Self.smallSize, width: page.textWidth - numberWidth)
      // Digits alone: no language has to be known to put pages in order.
      let number = try lay(
        "\u{2066}\(index + 1) / \(pages.count)\u{2069}", size: Self.smallSize, width: numberWidth,
        side: .trailing)
      pages[index].append(
        .line(
          x1: page.left, y1: at - 3, x2: page.left + page.textWidth, y2: at - 3, thickness: 0.3))
      pages[index].append(
        .text(
          foot, first: 0, count: min(2, foot.lines), x: place(0, page.textWidth - numberWidth),
          y: at, grey: 0.25))
      pages[index].append(
        .text(
          number, first: 0, count: 1, x: place(page.textWidth - numberWidth, numberWidth), y: at,
          grey: 0.25))
    }
  }
}
