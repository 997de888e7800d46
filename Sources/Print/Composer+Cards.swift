extension Composer {
  private static let beside = 78.0
  private static let drawing = 27.0
  private static let boxSide = 9.0
  private static let belowSize = 7.0

  /// An answer and where it stands beside what is asked.
  private struct Choice {
    let text: LaidText
    let below: LaidText?
    let offset: Double
    let down: Double

    var height: Double { text.height + (below?.height ?? 0) }
  }

  /// A sentence to be pointed at, whole on its page.
  mutating func point(_ card: Paper.Card) throws(PrintFailure) {
    let room = page.textWidth - Self.beside
    let text = try lay(card.text, size: 11, width: room, bold: true)
    let below =
      card.below.isEmpty ? nil : try lay(card.below, size: Self.belowSize + 1, width: room)
    let blank = card.blank.isEmpty ? nil : try lay(card.blank, width: room)
    let (choices, high) = try choices(card.answers, room)
    let number = try lay(card.number, size: 13, width: Self.beside - Self.drawing - 8, bold: true)
    let word = try lay(card.word, size: 8, width: Self.beside - 6)
    let asked = text.height + (below?.height ?? 0) + (blank.map { $0.height + 8 } ?? 0) + 3
    let height = max(asked + high, max(Self.drawing, number.height) + word.height + 2) + 9
    need(height)
    let top = y + 5
    add(
      .line(
        x1: page.left, y1: y, x2: page.left + page.textWidth, y2: y, thickness: 0.3))
    draw(card, at: top)
    put(number, at: Self.drawing + 6, Self.beside - Self.drawing - 8, top)
    put(word, at: 0, Self.beside - 6, top + max(Self.drawing, number.height) + 2)
    var at = top
    put(text, at: Self.beside, room, at)
    at += text.height
    if let below { put(below, at: Self.beside, room, at, grey: 0.35) }
    at += below?.height ?? 0
    if let blank { put(blank, at: Self.beside, room, at + 6) }
    at += (blank.map { $0.height + 8 } ?? 0) + 3
    for choice in choices { put(choice, room, at) }
    move(by: height)
  }

  /// Answers beside each other, in as many rows as they need.
  private func choices(
    _ answers: [Paper.Card.Answer], _ room: Double
  ) throws(PrintFailure) -> ([Choice], Double) {
    let used = Self.boxSide + 4
    var choices: [Choice] = []
    var (across, down, high) = (0.0, 0.0, 0.0)
    for answer in answers {
      let (text, wide) = try fitted(answer.text, 10, room - used)
      let below =
        answer.below.isEmpty ? nil : try fitted(answer.below, Self.belowSize, room - used)
      let width = used + max(wide, below?.1 ?? 0)
      if across > 0, across + width > room {
        (across, down, high) = (0, down + high + 3, 0)
      }
      choices.append(Choice(text: text, below: below?.0, offset: across + used, down: down))
      across += width + 16
      high = max(high, choices.last?.height ?? 0)
    }
    return (choices, down + high)
  }

  /// A text no wider than it is, so that it can stand at either end of where it has its place.
  private func fitted(
    _ text: String, _ size: Double, _ room: Double
  ) throws(PrintFailure) -> (LaidText, Double) {
    let measured = try lay(text, size: size, width: room)
    let width = min(room, measured.width + 1)
    return (try lay(text, size: size, width: width), width)
  }

  private mutating func put(_ choice: Choice, _ room: Double, _ top: Double) {
    let start = top + choice.down
    let middle = start + choice.text.height(0, 1) / 2
    let offset = Self.beside + choice.offset
    let x = place(offset - Self.boxSide - 4, Self.boxSide)
    box(
      x: x, y: middle - Self.boxSide / 2, width: Self.boxSide, height: Self.boxSide, thickness: 0.7)
    put(choice.text, at: offset, min(room, choice.text.width + 1), start)
    if let below = choice.below {
      put(below, at: offset, min(room, below.width + 1), start + choice.text.height, grey: 0.35)
    }
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
