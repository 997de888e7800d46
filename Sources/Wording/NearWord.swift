/// Finds the word that somebody probably meant.
struct NearWord {
  private let word: [Character]

  init(_ typed: String) { word = Array(LabelFolding.key(typed)) }

  /// The word that differs from this one, or from its own beginning, in the fewest letters, where
  /// they are few.
  func nearest(in words: [String]) -> String? {
    let mostOff = word.count < 4 ? 1 : 2
    guard word.count > 1 else { return nil }
    let near = words.map { other in
      let key = Array(LabelFolding.key(other))
      return (word: other, off: min(distance(key), distance(Array(key.prefix(word.count + 1)))))
    }.min { $0.off < $1.off }
    guard let near, near.off <= mostOff, near.off < word.count - 1 else { return nil }
    return near.word
  }

  /// How many letters have to be changed, put in or taken out.
  private func distance(_ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in word.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, otherLetter) in other.enumerated() {
        let change = diagonal + (letter == otherLetter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[other.count]
  }
}
