import Casework
import Fold
import GRDB

/// A word of the search box, as it may stand in folded text.
struct SearchWord {
  /// How a word meets a name, the nearest first.
  enum Reach: Int, CaseIterable {
    case whole
    case beginning
    case inside
  }

  /// Folded.
  let text: String
  /// The keys of how it sounds; empty where it is looked for as it stands.
  private(set) var sounds: [String] = []

  init(_ text: String) { self.text = text }

  /// The same word, found also where a name sounds like it; as it is where it says too little.
  var byEar: SearchWord {
    var word = self
    word.sounds = Fold.soundKeys(ofWord: text).sorted()
    return word
  }

  var isByEar: Bool { !sounds.isEmpty }

  /// The words of what somebody typed.
  static func all(of typed: String) -> [SearchWord] { Fold.words(typed).map(SearchWord.init) }

  /// What is looked for in folded text, in which every word stands between blanks.
  ///
  /// A single character means the beginning of a word: it stands in half of all texts.
  func pattern(_ reach: Reach) -> String {
    switch reach {
    case .whole: " \(text) "
    case .beginning: " \(text)"
    case .inside: text.unicodeScalars.count == 1 ? " \(text)" : text
    }
  }

  /// The query that finds it in names alone, or in names and notes.
  func phrase(_ reach: Reach, inNames: Bool) -> String {
    if inNames, reach == .whole { return "words : \(SearchPairs.word(text))" }
    let phrase = (inNames ? "names : " : "") + SearchPairs.phrase(pattern(reach))
    return isByEar ? "(\(phrase) OR \(soundPhrase))" : phrase
  }

  /// The query that finds the names that may sound like it.
  var soundPhrase: String {
    "words : (\(sounds.map(SearchPairs.sound).joined(separator: " OR ")))"
  }

  /// Whether a name of a row of `searchText` sounds like it, which is read as `alias`.
  func heard(in alias: String) -> Condition {
    Condition(sql: "heard(?, \(alias).names)", arguments: [text.databaseValue])
  }

  /// Whether the names of a row of `searchText` meet it, which is read as `alias`.
  func test(_ reach: Reach, inNamesOf alias: String) -> Condition {
    Condition(
      sql: "instr(\(alias).names, ?) > 0", arguments: [pattern(reach).databaseValue])
  }

  /// Whether a row of `searchText` holds it, which is read as `alias`.
  func test(in alias: String) -> Condition {
    let pattern = pattern(.inside).databaseValue
    let held = Condition(
      sql: "(instr(\(alias).names, ?) > 0 OR instr(\(alias).notes, ?) > 0)",
      arguments: [pattern, pattern])
    return isByEar ? Condition(any: [held, heard(in: alias)]) : held
  }
}

extension [SearchWord] {
  /// The query that finds what holds each of them.
  func phrases(_ reach: SearchWord.Reach, inNames: Bool) -> String {
    map { $0.phrase(reach, inNames: inNames) }.joined(separator: " AND ")
  }
}
