/// A paper as it is given to be printed: all its words are there, nothing is looked up.
struct Paper {
  /// A cell of a form: what is asked, what is known, and on a proof where that stands.
  struct Cell {
    let weight: Double
    let label: String
    let value: String
    let source: String
  }

  struct Tick {
    let isTicked: Bool
    let label: String
  }

  /// A sentence to be pointed at: what it is about as a drawing and a word, its own words with those of
  /// whoever asks below them, where to write, and what there is to point at.
  struct Card {
    struct Answer {
      let text: String
      let below: String
    }

    let number: String
    /// Lines through points of a square of 24.
    let strokes: [[(x: Double, y: Double)]]
    let word: String
    let text: String
    let below: String
    /// Empty where nothing is written.
    let blank: String
    let answers: [Answer]
  }

  enum Block {
    case title(String)
    case heading(String)
    case text(String)
    case strong(String)
    case small(String)
    /// At the end of the line, as a day or a name under a letter.
    case trailing(String)
    /// In a frame, to be seen before anything else.
    case notice(String)
    case row([Cell])
    case ticks(label: String, [Tick], source: String)
    /// Columns by their weights, with what stands above them on every page.
    case columns([Double], [String])
    case cells([String])
    /// Where somebody signs.
    case sign([String])
    /// Empty lines to write on.
    case lines(Int)
    case gap(Double)
    case breakPage
    case code(String, caption: String)
    case card(Card)
  }

  var language: String
  /// At the foot of each page.
  var footer: String
  var blocks: [Block] = []
}
