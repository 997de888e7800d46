import Cells
import Foundation

/// What is done with a desk and measured; each step of it by what a person would call it.
enum DeskStep: String, CaseIterable {
  case row = "row down", up = "row up", page, back = "page back", end, home, sort, filter
  case nameLetter = "letter of a name", noteLetter = "letter of a note"
  case open = "open a record", close = "back to the list", mark = "mark a status"
}

/// A program that shows records in a list, and the keys that it has for each step.
struct DeskProgram {
  let name: String
  let path: String
  let arguments: [String]
  var environment: [String: String] = [:]
  /// What leads to the list, once it has started.
  var lead: [String] = []
  /// The keys of a step, one after the other and again from the first.
  ///
  /// A step without any the program does not know.
  var keys: [DeskStep: [Stroke]] = [:]
  let quit: String

  /// A key that is measured, and what has to stand before it.
  struct Stroke {
    let key: String
    var before: [String] = []
    /// What takes it back, not measured.
    var after: [String] = []

    init(_ key: String, before: [String] = [], after: [String] = []) {
      (self.key, self.before, self.after) = (key, before, after)
    }
  }

  /// How often each step is done in one round.
  static func count(of step: DeskStep) -> Int {
    switch step {
    case .row: 40
    case .up, .page: 12
    case .back, .end, .home, .sort, .filter: 6
    case .nameLetter, .noteLetter: 1
    case .open, .close: 8
    case .mark: 6
    }
  }

  /// The letters of what is typed into a search, each of them measured.
  static func letters(
    of word: String, begin: [String], leave: [String]
  ) -> [Stroke] {
    word.enumerated().map { index, letter in
      Stroke(
        String(letter), before: index == 0 ? begin : [],
        after: index == word.count - 1 ? leave : [])
    }
  }
}

extension DeskProgram {
  /// The desk itself.
  static func tomoni(_ path: String, store: String, words: SearchWords) -> DeskProgram {
    var desk = DeskProgram(
      name: "tomoni", path: path, arguments: ["demo", "--store", store],
      environment: ["LANG": "ja_JP.UTF-8"], lead: ["2"], quit: "Q")
    desk.keys = [
      .row: [Stroke("j")], .up: [Stroke("k")], .page: [Stroke("\u{6}")],
      .back: [Stroke("\u{1B}[5~")],
      .end: [Stroke("G", after: ["gg"])], .home: [Stroke("\u{1B}OH", before: ["G"])],
      .sort: [Stroke("c", before: ["s"]), Stroke("a", before: ["s"])],
      .filter: [Stroke("o", before: ["f"])],
      .nameLetter: letters(of: words.name, begin: ["/"], leave: ["\u{7}"]),
      .noteLetter: letters(of: words.note, begin: ["8n", "/"], leave: ["\u{7}", "2"]),
      .open: [Stroke("l", after: ["h"])], .close: [Stroke("h", before: ["l"])],
      .mark: [Stroke("s", before: ["fs", "active\r", "m"], after: ["u"])],
    ]
    return desk
  }

  /// The least that any desk has to do.
  static func bare(_ path: String, store: String, words: SearchWords, name: String = "bare")
    -> DeskProgram
  {
    var desk = DeskProgram(name: name, path: path, arguments: [store], quit: "Q")
    desk.keys = [
      .row: [Stroke("j")], .up: [Stroke("k")], .page: [Stroke("\u{6}")], .back: [Stroke("\u{2}")],
      .end: [Stroke("G", after: ["g"])], .home: [Stroke("g", before: ["G"])],
      .sort: [Stroke("s")], .filter: [Stroke("f")],
      .nameLetter: letters(of: words.name, begin: ["/"], leave: ["\r"]),
      .noteLetter: letters(of: words.note, begin: ["?"], leave: ["\r"]),
      .open: [Stroke("l", after: ["h"])], .close: [Stroke("h", before: ["l"])],
      .mark: [Stroke("m")],
    ]
    return desk
  }
}

/// What is looked for: words that stand in the store.
struct SearchWords {
  let name: String
  let note: String
}
