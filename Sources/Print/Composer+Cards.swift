extension Composer {
  private static let beside = 78.0
  private static let drawing = 27.0
  private static let boxSide = 9.0
  private static let belowSize = 6.5

  /// What is pointed at, or where somebody writes, and where it stands beside what is asked.
  private struct Choice {
    let text: LaidText
    let hasBox: Bool
    let offset: Double
    let down: Double
  }

  /// A sentence to be pointed at, whole on its page.
  mutating func point(_ card: Paper.Card) throws(PrintFailure) {
    let room = page.textWidth - Self.beside
    let text = try lay(card.text, size: 10.5, width: room, bold: true)
    let (choices, high) = try choices(card, room)
    let below = card.below.isEmpty ? nil : try lay(gloss(card), size: Self.belowSize, width: room)
    let number = try lay(card.number, size: 13, width: Self.beside - Self.drawing - 8, bold: true)
    let word = try lay(card.word, size: 8, width: Self.beside - 6)
    let height =
      max(
        text.height + 2 + high + (below?.height ?? 0),
        max(Self.drawing, number.height) + word.height) + 5
    need(height)
    let top = y + 3
    add(
      .line(
        x1: page.left, y1: y, x2: page.left + page.textWidth, y2: y, thickness: 0.3))
    draw(card, at: top)
    put(number, at: Self.drawing + 6, Self.beside - Self.drawing - 8, top)
    put(word, at: 0, Self.beside - 6, top + max(Self.drawing, number.height))
    put(text, at: Self.beside, room, top)
    for choice in choices { put(choice, room, top + text.height + 2) }
    if let below { put(below, at: Self.beside, room, top + text.height + 2 + high, grey: 0.35) }
    move(by: height)
  }

  /// The same in the language of whoever asks, each answer by its number; it goes from left to right.
  private func gloss(_ card: Paper.Card) -> String {
    let first = card.blank.isEmpty ? 1 : 2
    let answers = card.answers.enumerated().map { "\($0 + first) \($1.below)" }
    return "\u{2066}\(([card.below] + answers).joined(separator: "   "))\u{2069}"
  }

  /// Answers beside each other, in as many rows as they need.
  private func choices(
    _ card: Paper.Card, _ room: Double
  ) throws(PrintFailure) -> ([Choice], Double) {
    let texts = (card.blank.isEmpty ? [] : [card.blank]) + card.answers.map(\.text)
    var choices: [Choice] = []
    var (across, down, high) = (0.0, 0.0, 0.0)
    for (index, answer) in texts.enumerated() {
      let hasBox = index > 0 || card.blank.isEmpty
      let used = hasBox ? Self.boxSide + 4 : 0
      let numbered = "\(index + 1)  \(answer)"
      let measured = try lay(numbered, size: 9.5, width: room - used)
      let text = try lay(numbered, size: 9.5, width: min(room - used, measured.width + 1))
      let width = used + text.width
      if across > 0, across + width > room { (across, down, high) = (0, down + high, 0) }
      choices.append(Choice(text: text, hasBox: hasBox, offset: across + used, down: down))
      across += width + 16
      high = max(high, text.height)
    }
    return (choices, down + high)
  }

  private mutating func put(_ choice: Choice, _ room: Double, _ top: Double) {
    let start = top + choice.down
    put(choice.text, at: Self.beside + choice.offset, min(room, choice.text.width + 1), start)
    guard choice.hasBox else { return }
    let middle = start + choice.text.height(0, 1) / 2
    box(
      x: place(Self.beside + choice.offset - Self.boxSide - 4, Self.boxSide),
      y: middle - Self.boxSide / 2, width: Self.boxSide, height: Self.boxSide, thickness: 0.7)
  }

  private mutating func put(
    _ text: LaidText, at offset: Double, _ width: Double, _ top: Double, grey: Double = 0
  ) {
    add(
      .text(text, first: 0, count: text.lines, x: place(offset, width), y: top, grey: grey))
  }

  private mutating func draw(_ card: Paper.Card, at top: Double) {
    let scale = Self.drawing / Paper.Card.side
    let left = place(0, Self.drawing)
    for points in card.strokes {
      for (one, next) in zip(points, points.dropFirst()) {
        add(
          .line(
            x1: left + one.x * scale, y1: top + one.y * scale, x2: left + next.x * scale,
            y2: top + next.y * scale, thickness: 1))
      }
    }
  }
}
